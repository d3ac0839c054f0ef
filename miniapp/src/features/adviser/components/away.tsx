import type { AdviserSelf } from '@linli/contracts/adviser'
import { useState } from 'react'
import { Field } from '../../../shared/forms/field'
import { faultWithin } from '../../../shared/forms/field-faults'
import { missingWords } from '../../../shared/forms/missing-words'
import { dayOf } from '../../../shared/time/shanghai'
import { dateSpanWords } from '../../../shared/time/time-words'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { say } from '../../../shared/ui/page/say'
import { useAddAway, useRemoveAway } from '../api'
import { selfText } from '../self-text'

const isWithin = (day: string, from: string, to: string): boolean => from !== '' && from <= day && day <= to

function awayNeeds(from: string, to: string): string | null {
  if (from !== '' && to !== '' && to < from) return selfText.awayWrong
  return missingWords([
    [from !== '', selfText.awayFrom],
    [to !== '', selfText.awayTo],
  ])
}

/** Days on which nothing comes, and what waits goes to somebody else. */
export function Away({ self: { away, meetings }, now }: { self: AdviserSelf; now: number }) {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const remove = useRemoveAway(() => undefined)
  const add = useAddAway(() => {
    setFrom('')
    setTo('')
    say(selfText.awayAdded)
  })
  const held = meetings.filter(({ startsAt }) => isWithin(dayOf(startsAt), from, to)).length
  return (
    <Card title={selfText.away}>
      <Box className="muted">{selfText.awayHelp}</Box>
      {away.map((one) => {
        const span = dateSpanWords(one.from, one.to, now)
        return (
          <Row
            key={one.id}
            title={span}
            end={
              <Tap
                className="head-link"
                label={selfText.awayRemoveOf(span)}
                onTap={() => remove.mutate({ params: { id: one.id } })}
              >
                {selfText.awayRemove}
              </Tap>
            }
          />
        )
      })}
      <Field
        id="away-from"
        kind="date"
        label={selfText.awayFrom}
        value={from}
        fault={faultWithin(add.error, 'from')}
        onInput={setFrom}
      />
      <Field
        id="away-to"
        kind="date"
        label={selfText.awayTo}
        value={to}
        fault={faultWithin(add.error, 'to')}
        onInput={setTo}
      />
      <Box className="after-card stack">
        {held > 0 && (
          <Box role="alert" className="strong">
            {selfText.awayMeetings(held)}
          </Box>
        )}
        <Refusal problem={add.error ?? remove.error} />
        <Button
          look="ghost"
          busy={add.isPending}
          needs={awayNeeds(from, to)}
          onTap={() => add.mutate({ body: { from, to } })}
        >
          {selfText.awayAdd}
        </Button>
      </Box>
    </Card>
  )
}
