import type { NeedDetail } from '@linli/contracts/need-case'
import { useState } from 'react'
import { Field } from '../../../shared/forms/field'
import { faultText } from '../../../shared/http/problem-text'
import { clockOf, dayOf, instantAt, minuteInDay } from '../../../shared/time/shanghai'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { say } from '../../../shared/ui/page/say'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useArrange, useRearrange } from '../api'
import { needDeskText } from '../text'

const isClock = (at: string): boolean => /^\d\d:\d\d$/.test(at)

/** As it is arranged now; else the day that is wished for, unless it has gone by. */
function timesOf({ state, facts: { day, comesAt, leavesAt } }: NeedDetail) {
  const today = dayOf(Date.now())
  if (state !== 'arranged' || comesAt === null || leavesAt === null)
    return { day: day !== null && day > today ? day : today, from: '', to: '' }
  const on = dayOf(comesAt)
  return { day: on, from: clockOf(minuteInDay(on, comesAt)), to: clockOf(minuteInDay(on, leavesAt)) }
}

/** Who goes and when: both are agreed on before, so it is written down at once and told. */
export function ArrangeSheet({ one, onClose }: { one: NeedDetail; onClose: () => void }) {
  const [helper, setHelper] = useState('')
  const now = timesOf(one)
  const [day, setDay] = useState(now.day)
  const [from, setFrom] = useState(now.from)
  const [to, setTo] = useState(now.to)
  const done = () => {
    say(needDeskText.arranged)
    onClose()
  }
  const [first, again] = [useArrange(done), useRearrange(done)]
  const arrange = one.state === 'open' ? first : again
  const isWhole = day !== '' && isClock(from) && isClock(to)
  const needs = helper.trim() === '' ? needDeskText.needs.who : isWhole ? null : needDeskText.needs.time
  const send = () =>
    arrange.mutate({
      params: { id: one.id },
      body: { helper: helper.trim(), startsAt: instantAt(day, from), endsAt: instantAt(day, to) },
    })
  return (
    <Sheet title={needDeskText.arrangeTitle} onClose={onClose}>
      <Box className="muted">{needDeskText.arrangeHelp}</Box>
      <Field
        id="need-helper"
        label={needDeskText.who}
        placeholder={needDeskText.whoHint}
        maxLength={30}
        value={helper}
        fault={faultText(arrange.error, 'body.helper')}
        onInput={setHelper}
      />
      <Field id="need-on" kind="date" label={needDeskText.day} value={day} onInput={setDay} />
      <Field
        id="need-from"
        kind="time"
        label={needDeskText.from}
        value={from}
        fault={faultText(arrange.error, 'body.startsAt')}
        onInput={setFrom}
      />
      <Field
        id="need-to"
        kind="time"
        label={needDeskText.to}
        value={to}
        fault={faultText(arrange.error, 'body.endsAt')}
        onInput={setTo}
      />
      <Refusal problem={arrange.error?.errors.length === 0 ? arrange.error : null} />
      <Button busy={arrange.isPending} needs={needs} onTap={send}>
        {one.state === 'open' ? needDeskText.arrange : needDeskText.rearrange}
      </Button>
    </Sheet>
  )
}
