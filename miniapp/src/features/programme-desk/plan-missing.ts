import type { Fault } from '@linli/contracts/problems'
import { editText } from './edit-text'
import type { PlanForm } from './plan'
import { missingAt } from '../../shared/forms/missing-fields'

/** What the form cannot guess and nobody has said yet, in the order of the page. */
export function missingIn(form: PlanForm): Fault[] {
  const { name, place, startsOn, endsOn, times, opensOn, opensAt, closesOn, closesAt } = form
  const empty = (...values: string[]) => values.some((value) => value.trim() === '')
  const noTimes = !times.some(({ weekdays }) => weekdays.length > 0)
  return [
    ...(empty(name) ? [missingAt('name', editText.missing.name)] : []),
    ...(empty(place) ? [missingAt('place', editText.missing.place)] : []),
    ...(empty(startsOn) ? [missingAt('startsOn', editText.missing.day)] : []),
    ...(empty(endsOn) ? [missingAt('endsOn', editText.missing.day)] : []),
    ...(noTimes ? [missingAt('weekly', editText.missing.weekly)] : []),
    ...(empty(opensOn, opensAt) ? [missingAt('opensAt', editText.missing.moment)] : []),
    ...(empty(closesOn, closesAt) ? [missingAt('closesAt', editText.missing.moment)] : []),
  ]
}
