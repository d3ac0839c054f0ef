import type { Task } from '@linli/contracts/tasks'
import { useState } from 'react'
import { faultText } from '../../../shared/http/problem-text'
import { Field } from '../../../shared/forms/field'
import { clockOf, dayOf, instantAt, minuteInDay } from '../../../shared/time/shanghai'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import type { Mark, RollEntry } from '../roll'
import { rollText as text } from '../text'
import type { RollHere } from '../use-roll-here'

interface Props {
  task: Task
  one: RollEntry
  here: RollHere
  onClose: () => void
}

const clock = (at: string) => clockOf(minuteInDay(dayOf(at), at))
const isClock = (value: string) => /^\d\d:\d\d$/.test(value)

/** Times that nobody marked when they were: what is known already stands. */
export function TimesSheet({ task, one, here, onClose }: Props) {
  const over = Date.parse(task.endsAt) <= Date.now()
  const [from, setFrom] = useState(clock(task.startsAt))
  const [to, setTo] = useState(over ? clock(task.endsAt) : '')
  const day = dayOf(task.startsAt)
  const marks: Mark[] = [
    ...(one.cameAt === null && isClock(from)
      ? [{ caseId: one.caseId, way: 'in' as const, at: instantAt(day, from) }]
      : []),
    ...(one.leftAt === null && isClock(to)
      ? [{ caseId: one.caseId, way: 'out' as const, at: instantAt(day, to) }]
      : []),
  ]
  const came = one.cameAt ?? marks.find(({ way }) => way === 'in')?.at
  const left = one.leftAt ?? marks.find(({ way }) => way === 'out')?.at
  const isBackwards = came !== undefined && left !== undefined && left < came
  const faultOf = (way: Mark['way']) => {
    const n = marks.findIndex((mark) => mark.way === way)
    return n < 0 ? null : faultText(here.keepProblem, `body.marks.${n}.at`)
  }
  const elsewhere = here.keepProblem !== null && here.keepProblem.errors.length === 0
  return (
    <Sheet title={text.otherTitle(one.name)} onClose={onClose}>
      <Box className="muted">{text.otherHelp}</Box>
      {one.cameAt === null ? (
        <Field
          id="came-at"
          kind="time"
          label={text.from}
          value={from}
          fault={faultOf('in')}
          onInput={setFrom}
        />
      ) : (
        <Box>{text.cameAt(clock(one.cameAt))}</Box>
      )}
      {one.leftAt === null && (
        <Field
          id="left-at"
          kind="time"
          optional={!over}
          label={text.to}
          value={to}
          fault={faultOf('out')}
          onInput={setTo}
        />
      )}
      <Refusal problem={elsewhere ? here.keepProblem : null} />
      <Button
        busy={here.keeping}
        needs={marks.length === 0 ? text.keepNeeds : isBackwards ? text.keepOrder : null}
        onTap={() => here.keep(marks, onClose)}
      >
        {text.keep}
      </Button>
    </Sheet>
  )
}
