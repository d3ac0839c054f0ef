import type { AdviserSelf } from '@linli/contracts/adviser'
import { useState } from 'react'
import { Field } from '../../../shared/forms/field'
import { faultWithin } from '../../../shared/forms/field-faults'
import { missingWords } from '../../../shared/forms/missing-words'
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

/** Days on which nothing comes, and what waits goes to somebody else. */
export function Away({ away, now }: { away: AdviserSelf['away']; now: number }) {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const remove = useRemoveAway(() => undefined)
  const add = useAddAway(() => {
    setFrom('')
    setTo('')
    say(selfText.awayAdded)
  })
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
        <Refusal problem={add.error ?? remove.error} />
        <Button
          look="ghost"
          busy={add.isPending}
          needs={missingWords([
            [from !== '', selfText.awayFrom],
            [to !== '' && to >= from, selfText.awayTo],
          ])}
          onTap={() => add.mutate({ body: { from, to } })}
        >
          {selfText.awayAdd}
        </Button>
      </Box>
    </Card>
  )
}
