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
      {need === null && (
        <Stepper
          label={text.repeat}
          value={form.times}
          least={1}
          most={taskRepeats}
          word={text.times}
          onChange={(times) => set({ times })}
        />
      )}
    </Card>
  )
}

function wishOf({ facts: { day, part } }: NeedDetail, now: number): string {
  const on = day === null ? '' : dayWords(day, now)
  return part === 'any' && on !== '' ? on : `${on}${dayPartWord[part]}`
}
