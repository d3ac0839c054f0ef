import type { Fault } from '@linli/contracts/problems'
import { editText } from './edit-text'
import type { PlanForm } from './plan'
import { unsaidAt } from '../../shared/unsaid'

/** What the form cannot guess and nobody has said yet, in the order of the page. */
export function unsaidIn(form: PlanForm): Fault[] {
  const { name, place, startsOn, endsOn, times, opensOn, opensAt, closesOn, closesAt } = form
  const empty = (...values: string[]) => values.some((value) => value.trim() === '')
  const noTimes = !times.some(({ weekdays }) => weekdays.length > 0)
  return [
    ...(empty(name) ? [unsaidAt('name', editText.unsaid.name)] : []),
    ...(empty(place) ? [unsaidAt('place', editText.unsaid.place)] : []),
    ...(empty(startsOn) ? [unsaidAt('startsOn', editText.unsaid.day)] : []),
    ...(empty(endsOn) ? [unsaidAt('endsOn', editText.unsaid.day)] : []),
    ...(noTimes ? [unsaidAt('weekly', editText.unsaid.weekly)] : []),
    ...(empty(opensOn, opensAt) ? [unsaidAt('opensAt', editText.unsaid.moment)] : []),
    ...(empty(closesOn, closesAt) ? [unsaidAt('closesAt', editText.unsaid.moment)] : []),
  ]
}
