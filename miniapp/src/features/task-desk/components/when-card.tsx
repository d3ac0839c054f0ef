import type { NeedDetail } from '@linli/contracts/need-case'
import { dayPartWord } from '@linli/contracts/need-words'
import { taskRepeats } from '@linli/contracts/tasks'
import { Field } from '../../../shared/forms/field'
import { Stepper } from '../../../shared/forms/stepper'
import { faultText } from '../../../shared/http/problem-text'
import { dayWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { timesOf } from '../form'
import { editText as text } from '../text'
import type { Plan } from '../use-task-form'

interface Props {
  plan: Plan
  need: NeedDetail | null
}

/** The day that a resident wishes for stands there already; what is not for a need may repeat. */
export function WhenCard({ plan: { form, set, problem }, need }: Props) {
  const now = useNow()
  return (
    <Card title={text.when}>
      {need !== null && <Box className="muted">{text.wished(wishOf(need, now))}</Box>}
      <Field
        id="task-day"
        kind="date"
        label={text.day}
        value={form.day}
        fault={faultText(problem, 'body.startsAt')}
        onInput={(day) => set({ day })}
      />
      <Box className="td__two">
        <Field
          id="task-from"
          kind="time"
          label={text.from}
          value={form.from}
          onInput={(from) => set({ from })}
        />
        <Field
          id="task-to"
          kind="time"
          label={text.to}
          value={form.to}
          fault={faultText(problem, 'body.endsAt')}
          onInput={(to) => set({ to })}
        />
      </Box>
      {need === null && form.shifts.length === 0 && <Repeats plan={{ form, set }} />}
    </Card>
  )
}

/** Every week, so many times or until a day. */
function Repeats({ plan: { form, set } }: { plan: Pick<Plan, 'form' | 'set'> }) {
  const times = timesOf(form)
  return (
    <>
      <Stepper
        label={text.repeat}
        value={times}
        least={1}
        most={taskRepeats}
        word={text.times}
        onChange={(n) => set({ times: n, until: '' })}
      />
      <Field
        id="task-until"
        kind="date"
        optional
        label={text.until}
        value={form.until}
        {...(form.until === '' ? {} : { help: text.untilSays(times) })}
        onInput={(until) => set({ until })}
      />
    </>
  )
}

function wishOf({ facts: { day, part } }: NeedDetail, now: number): string {
  const on = day === null ? '' : dayWords(day, now)
  return part === 'any' && on !== '' ? on : `${on}${dayPartWord[part]}`
}
