import { dayOf } from '../../../shared/time/shanghai'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Choice } from '../../../shared/forms/choice'
import { editText } from '../edit-text'
import { type PlanForm, usualDates } from '../plan'
import type { Plan } from '../use-plan'
import { PlanField } from './plan-fields'

const kinds = ['term', 'holiday'] as const

export function PlanBasics({ plan }: { plan: Plan }) {
  const { form, set } = plan
  const choose = (kind: PlanForm['kind']) => {
    const today = dayOf(Date.now())
    const usual = usualDates(form.kind, today)
    // Dates that nobody has changed follow the kind.
    const untouched = form.startsOn === usual.startsOn && form.endsOn === usual.endsOn
    set({ kind, ...(untouched ? usualDates(kind, today) : {}) })
  }
  return (
    <Card title={editText.basics}>
      <Box className="field">
        <Box className="label">{editText.kind}</Box>
        <Choice
          label={editText.kind}
          options={kinds.map((value) => ({ value, word: editText.kinds[value] }))}
          chosen={form.kind}
          onChoose={choose}
        />
      </Box>
      <PlanField plan={plan} name="name" label={editText.name} max={40} hint={editText.nameHint} />
      <PlanField plan={plan} name="place" label={editText.place} max={60} hint={editText.placeHint} />
      <PlanField
        plan={plan}
        name="about"
        label={editText.about}
        max={500}
        hint={editText.aboutHint}
        tall
        optional
      />
    </Card>
  )
}
