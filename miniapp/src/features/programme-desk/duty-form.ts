import type { Duty } from '@linli/contracts/care-desk'
import type { Fault } from '@linli/contracts/problems'
import { dutiesText } from './staff-text'
import { missingAt } from '../../shared/forms/missing-fields'

export type DutyForm = Pick<Duty, 'classNo' | 'leader' | 'startsOn' | 'endsOn' | 'weekdays'>

export interface Carer {
  accountId: string
  name: string
}

/** Those who are not yet on duty for that class on all of those days. */
export function freeFor(carers: readonly Carer[], duties: readonly Duty[], asked: DutyForm): Carer[] {
  const covering = duties.filter(
    (one) =>
      one.classNo === asked.classNo &&
      one.startsOn <= asked.startsOn &&
      asked.endsOn <= one.endsOn &&
      (one.leader || !asked.leader),
  )
  const isThere = (accountId: string, weekday: number) =>
    covering.some((one) => one.accountId === accountId && one.weekdays.includes(weekday))
  return carers.filter(
    ({ accountId }) =>
      asked.weekdays.length === 0 || !asked.weekdays.every((weekday) => isThere(accountId, weekday)),
  )
}

/** What a duty still lacks before it can be asked for. */
export function missingOf(accountId: string | null, { weekdays, startsOn, endsOn }: DutyForm): Fault[] {
  return [
    ...(accountId === null ? [missingAt('accountId', dutiesText.noCarer)] : []),
    ...(weekdays.length === 0 ? [missingAt('weekdays', dutiesText.noWeekdays)] : []),
    ...(startsOn === '' ? [missingAt('startsOn', dutiesText.noDay)] : []),
    ...(endsOn === '' ? [missingAt('endsOn', dutiesText.noDay)] : []),
  ]
}
