import { type Circumstance, circumstance } from '@linli/contracts/children'
import { circumstanceWord } from '@linli/contracts/words'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Choice } from '../../../shared/forms/choice'
import { editText } from '../edit-text'
import { faultWithin } from '../../../shared/forms/field-faults'
import { pointsOf } from '../plan'
import type { Plan } from '../use-plan'
import { PlanField } from './plan-fields'
import { Stepper } from '../../../shared/forms/stepper'
import { Tick } from './tick'

const modes = ['first_come', 'draw'] as const

export function PlanSignUp({ plan }: { plan: Plan }) {
  const { form, set } = plan
  return (
    <Card title={editText.signUp}>
      <Box className="field">
        <Box className="label">{editText.mode}</Box>
        <Choice
          label={editText.mode}
          options={modes.map((value) => ({ value, word: editText.modes[value] }))}
          chosen={form.mode}
          onChoose={(mode) => set({ mode })}
        />
        <Box className="muted" role="status">
          {editText.modeHelp[form.mode]}
        </Box>
      </Box>
      <Box className="field pd__two">
        <PlanField plan={plan} kind="date" name="opensOn" label={editText.opensOn} path="opensAt" />
        <PlanField plan={plan} kind="time" name="opensAt" label={editText.opensAt} path={null} />
      </Box>
      <Box className="field pd__two">
        <PlanField plan={plan} kind="date" name="closesOn" label={editText.closesOn} path="closesAt" />
        <PlanField plan={plan} kind="time" name="closesAt" label={editText.closesAt} path={null} />
      </Box>
      <PlanField
        plan={plan}
        kind="date"
        name="refillUntil"
        label={editText.refillUntil}
        help={editText.refillHelp}
        optional
      />
    </Card>
  )
}

/** Which verified circumstances come first, and by how much. */
export function PlanPriority({ plan }: { plan: Plan }) {
  const { form, set, problem } = plan
  const { priority } = form
  const fault = faultWithin(problem, 'priority')
  const toggle = (one: Circumstance) =>
    set({
      priority: priority.some((rule) => rule.circumstance === one)
        ? priority.filter((rule) => rule.circumstance !== one)
        : [...priority, { circumstance: one, points: pointsOf(one) }],
    })
  const change = (one: Circumstance, points: number) =>
    set({ priority: priority.map((rule) => (rule.circumstance === one ? { ...rule, points } : rule)) })
  return (
    <Card title={editText.priority}>
      <Box className="muted">{editText.priorityHelp}</Box>
      {circumstance.options.map((one) => {
        const rule = priority.find((other) => other.circumstance === one)
        return (
          <Box key={one} className="pd-item">
            <Tick on={rule !== undefined} onTap={() => toggle(one)}>
              {circumstanceWord[one]}
            </Tick>
            {rule !== undefined && (
              <Stepper
                label={circumstanceWord[one]}
                value={rule.points}
                least={1}
                most={100}
                step={5}
                word={editText.points}
                onChange={(points) => change(one, points)}
              />
            )}
          </Box>
        )
      })}
      {fault !== null && (
        <Box className="field__fault" role="alert">
          {fault}
        </Box>
      )}
    </Card>
  )
}
