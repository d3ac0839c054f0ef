import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Field } from '../../../shared/forms/field'
import { editText } from '../edit-text'
import { faultWithin } from '../../../shared/forms/field-faults'
import type { Times } from '../plan'
import type { Plan } from '../use-plan'
import { PlanField } from './plan-fields'
import { Weekdays } from './weekdays'

const mostTimes = 3
const mostSkips = 60

export function PlanDays({ plan }: { plan: Plan }) {
  const { form, set, problem } = plan
  const { times } = form
  const change = (at: number, part: Partial<Times>) =>
    set({ times: times.map((one, n) => (n === at ? { ...one, ...part } : one)) })
  const fault = faultWithin(problem, 'weekly')
  return (
    <Card title={editText.days}>
      <Box className="pd__two">
        <PlanField plan={plan} kind="date" name="startsOn" label={editText.startsOn} />
        <PlanField plan={plan} kind="date" name="endsOn" label={editText.endsOn} />
      </Box>
      {times.map((one, n) => (
        <Box key={n} className="field">
          <Weekdays
            label={times.length > 1 ? editText.times(n + 1) : editText.weekdays}
            chosen={one.weekdays}
            fault={n === 0 ? fault : null}
            onChange={(weekdays) => change(n, { weekdays })}
          />
          <Box className="pd__two">
            {(['from', 'to'] as const).map((edge) => (
              <Field
                key={edge}
                id={`plan-${edge}-${n}`}
                kind="time"
                label={editText[edge]}
                value={one[edge]}
                {...(edge === 'to' && one.to === '00:00' ? { help: editText.midnight } : {})}
                onInput={(value) => change(n, { [edge]: value })}
              />
            ))}
          </Box>
          {times.length > 1 && (
            <Button look="plain" onTap={() => set({ times: times.filter((_, other) => other !== n) })}>
              {editText.removeTimes}
            </Button>
          )}
        </Box>
      ))}
      {times.length < mostTimes && (
        <Button
          look="plain"
          onTap={() => set({ times: [...times, { weekdays: [6], from: '09:00', to: '12:00' }] })}
        >
          {editText.addTimes}
        </Button>
      )}
      <Skips plan={plan} />
    </Card>
  )
}

function Skips({ plan: { form, set, problem } }: { plan: Plan }) {
  const { skips } = form
  return (
    <Box className="field">
      <Box className="label">{editText.skips}</Box>
      <Box className="muted">{editText.skipsHelp}</Box>
      {skips.map((day, n) => (
        <Field
          key={n}
          id={`plan-skip-${n}`}
          kind="date"
          label={editText.skip(n + 1)}
          value={day}
          fault={faultWithin(problem, `skips.${n}`)}
          onInput={(value) => set({ skips: skips.map((one, at) => (at === n ? value : one)) })}
          beside={
            <Tap className="choice pd-beside" onTap={() => set({ skips: skips.filter((_, at) => at !== n) })}>
              {editText.removeSkip}
            </Tap>
          }
        />
      ))}
      {skips.length < mostSkips && (
        <Button look="plain" onTap={() => set({ skips: [...skips, ''] })}>
          {editText.addSkip}
        </Button>
      )}
    </Box>
  )
}
