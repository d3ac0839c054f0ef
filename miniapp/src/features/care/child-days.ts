import type { CareDayOfChild } from '@linli/contracts/care'
import type { PickupPerson } from '@linli/contracts/children'
import { dayOf } from '../../shared/time/shanghai'

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

/** What is over, newest first; neighbours of which there is nothing to tell but one word are one line. */
export interface PastRun {
  what: 'leave' | 'unknown'
  /** Newest first. */
  days: readonly [CareDayOfChild, ...CareDayOfChild[]]
}

/** Nobody called the roll: that says nothing about the child. */
export const wasMissed = (one: CareDayOfChild) =>
  one.mark === 'absent' || one.missing || one.records.some((record) => record.kind === 'missing')

function saidInOneWord(one: CareDayOfChild): PastRun['what'] | null {
  if (one.records.length > 0 || one.mark !== 'expected' || one.lateMinutes !== null || wasMissed(one))
    return null
  return one.absenceReported ? 'leave' : 'unknown'
}

export function foldedPast(days: readonly CareDayOfChild[]): (CareDayOfChild | PastRun)[] {
  const lines: (CareDayOfChild | PastRun)[] = []
  for (const one of days) {
    const what = saidInOneWord(one)
    const last = lines[lines.length - 1]
    const goesOn = last !== undefined && 'what' in last && last.what === what
    if (what === null) lines.push(one)
    else if (goesOn && last.days[0].programmeName === one.programmeName)
      lines[lines.length - 1] = { what, days: [...last.days, one] }
    else lines.push({ what, days: [one] })
  }
  return lines
}
