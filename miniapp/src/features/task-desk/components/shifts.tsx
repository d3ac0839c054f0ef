import { taskShifts } from '@linli/contracts/tasks'
import { Counter } from '../../../shared/forms/counter'
import { Field } from '../../../shared/forms/field'
import { faultText } from '../../../shared/http/problem-text'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { type Shift, shiftAfter, timesOf } from '../form'
import { editText as text } from '../text'
import type { Plan } from '../use-task-form'

/** Further shifts of one event; what repeats every week has none. */
export function Shifts({ plan }: { plan: Plan }) {
  const { form, set } = plan
  if (timesOf(form) > 1) return null
  return (
    <>
      {form.shifts.map((shift, n) => (
        <ShiftCard key={n} plan={plan} shift={shift} n={n} />
      ))}
      {form.shifts.length < taskShifts - 1 && (
        <Card>
          <Box className="muted">{text.addShiftHelp}</Box>
          <Button look="ghost" onTap={() => set({ shifts: [...form.shifts, shiftAfter(form)] })}>
            {text.addShift}
          </Button>
        </Card>
      )}
    </>
  )
}

function ShiftCard({ plan: { form, set, problem }, shift, n }: { plan: Plan; shift: Shift; n: number }) {
  const change = (part: Partial<Shift>) =>
    set({ shifts: form.shifts.map((one, at) => (at === n ? { ...one, ...part } : one)) })
  const fault = (field: string) => faultText(problem, `body.shifts.${n}.${field}`)
  return (
    <Card title={text.shift(n + 2)}>
      <Field
        id={`shift-${n}-day`}
        kind="date"
        label={text.day}
        value={shift.day}
        fault={fault('startsAt')}
        onInput={(day) => change({ day })}
      />
      <Box className="td__two">
        <Field
          id={`shift-${n}-from`}
          kind="time"
          label={text.from}
          value={shift.from}
          onInput={(from) => change({ from })}
        />
        <Field
          id={`shift-${n}-to`}
          kind="time"
          label={text.to}
          value={shift.to}
          fault={fault('endsAt')}
          onInput={(to) => change({ to })}
        />
      </Box>
      <Counter
        id={`shift-${n}-places`}
        label={text.places}
        value={shift.places}
        most={500}
        step={1}
        fault={fault('places')}
        onChange={(places) => change({ places })}
      />
      <Button look="plain" onTap={() => set({ shifts: form.shifts.filter((_, at) => at !== n) })}>
        {text.dropShift}
      </Button>
    </Card>
  )
}
