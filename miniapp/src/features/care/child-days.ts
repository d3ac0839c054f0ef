import type { CareDayOfChild } from '@linli/contracts/care'
import type { PickupPerson } from '@linli/contracts/children'
import { dayOf } from '../../shared/time'

/** Today first, then what comes, soonest first, then what was, newest first. */
export function sortedDays(days: readonly CareDayOfChild[], now: number) {
  const today = dayOf(now)
  const at = (one: CareDayOfChild) => Date.parse(one.startsAt)
  const inOrder = [...days].sort((a, b) => at(a) - at(b))
  return {
    today: inOrder.filter((one) => dayOf(one.startsAt) === today),
    coming: inOrder.filter((one) => dayOf(one.startsAt) > today),
    past: inOrder.filter((one) => dayOf(one.startsAt) < today).reverse(),
  }
}

/** Who may pick the child up on a day. */
export const validOn = (people: readonly PickupPerson[], day: string) =>
  people.filter((one) => one.validFrom <= day && (one.validTo === null || day <= one.validTo))

const last = (one: CareDayOfChild, kind: CareDayOfChild['records'][number]['kind']) =>
  [...one.records].reverse().find((record) => record.kind === kind)

export const arrival = (one: CareDayOfChild) => last(one, 'present')
export const pickUp = (one: CareDayOfChild) => last(one, 'released')
