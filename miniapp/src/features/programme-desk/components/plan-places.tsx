import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Choice } from '../../../shared/forms/choice'
import { Counter } from '../../../shared/forms/counter'
import { editText, gradeWord } from '../edit-text'
import { faultWithin } from '../../../shared/forms/field-faults'
import { carersFor, classesFor } from '../plan'
import type { Plan } from '../use-plan'
import { Stepper } from '../../../shared/forms/stepper'

export function PlanPlaces({ plan }: { plan: Plan }) {
  const { form, set, problem } = plan
  const { capacity, classes } = form
  const least = classesFor(capacity)
  const fault = faultWithin(problem, 'classes') ?? (classes < least ? editText.tooFewClasses(least) : null)
  return (
    <Card title={editText.places}>
      <Counter
        id="plan-capacity"
        label={editText.capacity}
        value={capacity}
        most={400}
        step={5}
        help={editText.carers(carersFor(capacity))}
        fault={faultWithin(problem, 'capacity')}
        onChange={(next) =>
          set({ capacity: next, classes: Math.min(10, Math.max(classes, classesFor(next))) })
        }
      />
      <Stepper
        label={editText.classes}
        value={classes}
        least={1}
        most={10}
        word={editText.classesOf}
        onChange={(next) => set({ classes: next })}
      />
      <Box className={fault === null ? 'muted' : 'field__fault'} role="status">
        {fault ?? editText.perClass(Math.ceil(capacity / classes))}
      </Box>
    </Card>
  )
}

const limits = ['grades', 'ages', 'none'] as const
const ranges = {
  grades: { least: 0, most: 12, word: gradeWord },
  ages: { least: 0, most: 18, word: editText.age },
}

/** Ages or grades, as of the first day. */
export function PlanWho({ plan }: { plan: Plan }) {
  const { form, set, problem } = plan
  const { limit } = form
  const fault = limit === 'none' ? null : faultWithin(problem, limit)
  return (
    <Card title={editText.who}>
      <Box className="field">
        <Choice
          label={editText.limit}
          options={limits.map((value) => ({ value, word: editText.limits[value] }))}
          chosen={limit}
          onChoose={(next) => set({ limit: next })}
        />
        <Box className="muted">{editText.whoHelp}</Box>
      </Box>
      {limit !== 'none' && (
        <>
          <Stepper
            label={editText.from_}
            value={form[limit].min}
            {...ranges[limit]}
            onChange={(min) => set({ [limit]: { min, max: Math.max(min, form[limit].max) } })}
          />
          <Stepper
            label={editText.to_}
            value={form[limit].max}
            {...ranges[limit]}
            onChange={(max) => set({ [limit]: { max, min: Math.min(max, form[limit].min) } })}
          />
        </>
      )}
      {fault !== null && (
        <Box className="field__fault" role="alert">
          {fault}
        </Box>
      )}
    </Card>
  )
}
