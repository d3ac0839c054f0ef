import './adviser.css'
import type { DutyHours } from '@linli/contracts/adviser'
import { useState } from 'react'
import { Field } from '../../../shared/forms/field'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { weekdaysWords } from '../../../shared/time/schedule-words'
import { useSetDuty } from '../api'
import { selfText } from '../self-text'
import { toClock, toMinutes } from '../times'

interface Span {
  weekday: number
  from: string
  to: string
}

const weekdays = [1, 2, 3, 4, 5, 6, 7]
const asTyped = ({ weekday, from, to }: DutyHours): Span => ({
  weekday,
  from: toClock(from),
  to: toClock(to),
})

/** Null where one of them does not end after it began. */
function toHours(spans: readonly Span[]): DutyHours[] | null {
  const hours = spans.flatMap(({ weekday, from, to }) => {
    const [begin, end] = [toMinutes(from), toMinutes(to)]
    return begin === null || end === null || end <= begin ? [] : [{ weekday, from: begin, to: end }]
  })
  return hours.length === spans.length ? hours : null
}

/** The week, day by day; what is saved takes the place of what was there before. */
export function Duty({ duties }: { duties: readonly DutyHours[] }) {
  const [spans, setSpans] = useState<readonly Span[]>(() => duties.map(asTyped))
  const save = useSetDuty(() => say(selfText.saved))
  const hours = toHours(spans)
  const change = (at: Span, part: Partial<Span>) =>
    setSpans(spans.map((one) => (one === at ? { ...one, ...part } : one)))
  return (
    <Card title={selfText.duty}>
      <Box className="muted">{selfText.dutyHelp}</Box>
      {weekdays.map((weekday) => (
        <Day
          key={weekday}
          weekday={weekday}
          none={spans.length === 0 ? selfText.officeHours : selfText.off}
          spans={spans.filter((one) => one.weekday === weekday)}
          onAdd={(first) =>
            setSpans([...spans, first ? morning(weekday) : { weekday, from: '14:30', to: '17:30' }])
          }
          onChange={change}
          onRemove={(at) => setSpans(spans.filter((one) => one !== at))}
        />
      ))}
      <Refusal problem={save.error} />
      <Button
        busy={save.isPending}
        needs={hours === null ? selfText.wrong : null}
        onTap={() => hours !== null && save.mutate({ body: { duties: hours } })}
      >
        {selfText.save}
      </Button>
    </Card>
  )
}

const morning = (weekday: number): Span => ({ weekday, from: '09:00', to: '11:30' })

interface DayProps {
  weekday: number
  /** What holds on a day without hours of its own. */
  none: string
  spans: readonly Span[]
  onAdd: (first: boolean) => void
  onChange: (at: Span, part: Partial<Span>) => void
  onRemove: (at: Span) => void
}

function Day({ weekday, none, spans, onAdd, onChange, onRemove }: DayProps) {
  const name = weekdaysWords([weekday])
  return (
    <Box className="duty__day">
      <Box className="between">
        <Box className="strong">{name}</Box>
        {spans.length === 0 && <Box className="muted">{none}</Box>}
        <Tap className="head-link" label={selfText.addSpanOf(name)} onTap={() => onAdd(spans.length === 0)}>
          {selfText.addSpan}
        </Tap>
      </Box>
      {spans.map((one, n) => (
        <Box key={n} className="duty__span">
          <Field
            id={`duty-from-${weekday}-${n}`}
            kind="time"
            label={selfText.from(name)}
            value={one.from}
            onInput={(from) => onChange(one, { from })}
          />
          <Field
            id={`duty-to-${weekday}-${n}`}
            kind="time"
            label={selfText.to(name)}
            value={one.to}
            onInput={(to) => onChange(one, { to })}
          />
          <Tap label={selfText.removeSpanOf(name, n + 1)} onTap={() => onRemove(one)}>
            {selfText.removeSpan}
          </Tap>
        </Box>
      ))}
    </Box>
  )
}
