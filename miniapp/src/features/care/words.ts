import { dayOf, clockOf, minuteInDay } from '../../shared/time/shanghai'
import type { CareChild, CareDayOfChild, CareRecordKind, ReleaseMethod } from '@linli/contracts/care'
import type { Child, PickupPerson, Relation } from '@linli/contracts/children'
import { relationWord } from '@linli/contracts/words'
import { daysText } from './days-text'
import type { PickupChoice, Queued } from './records'
import { careText, refusalWords } from './text'

/** 16:32 */
export const clockAt = (instant: string) => clockOf(minuteInDay(dayOf(instant), instant))

export function whyNotKept({ refused }: Queued): string {
  if (refused?.refusal != null) return refusalWords[refused.refusal]
  return refused?.sentence ?? careText.notKeptWhy
}

/** 妈妈 张丽华 */
const guardianName = (relation: Relation, name: string) => `${relationWord[relation]} ${name}`.trim()

export const choiceName = ({ as, name, relation }: PickupChoice) =>
  as === 'guardian' ? guardianName(relation, name) : name

interface Took {
  person: string | null
  relation: Relation | null
  method: ReleaseMethod | null
}

/** Who took the child, also when the name was erased since. */
export function whoTook({ person, relation, method }: Took): string {
  if (method === 'guardian' && relation !== null) return guardianName(relation, person ?? '')
  return person === null || person === '' ? careText.unnamed[method ?? 'code'] : person
}

/** Its end has passed, and the child is not known to be there still. */
export const isOver = ({ mark, endsAt, lateMinutes }: CareDayOfChild, now: number) =>
  now >= Date.parse(endsAt) && mark !== 'present' && lateMinutes === null

/** Where a child is that was not picked up: as the roll call said, and what the clock says of it. */
export function stillWords(one: CareDayOfChild, now: number): string {
  const { mark, missing, lateMinutes, startsAt } = one
  if (lateMinutes !== null) return daysText.late(lateMinutes)
  if (isOver(one, now)) return mark === 'absent' || missing ? daysText.overAbsent : daysText.overUnknown
  if (mark === 'expected' && now < Date.parse(startsAt)) return daysText.begins(clockAt(startsAt))
  return missing ? daysText.missing : daysText.mark[mark]
}

/** The person of a record as the family reads it. */
export const personIn = ({ kind, ...took }: Took & { kind: CareRecordKind }) =>
  kind === 'released' || took.method === 'guardian' ? whoTook(took) : took.person

/** Somebody who may come for the child, as they are called and drawn. */
export interface Comer {
  name: string
  relation: Relation
  mine: boolean
}

/** Who may pick the child up on a day: guardians whom staff know, then whoever is listed, nobody twice. */
export function whoMayCome(guardians: Child['guardians'], listed: readonly PickupPerson[]): Comer[] {
  const known = guardians.filter((one) => one.verifiedAt !== null)
  const others = listed.filter((one) => !known.some(({ name }) => name === one.name))
  return [
    ...known.map(({ name, relation, mine }) => ({ name: name ?? '', relation, mine })),
    ...others.map(({ name, relation }) => ({ name, relation, mine: false })),
  ]
}

/** Who took the child, when, by whom. */
export function releaseWords({ release }: CareChild): string | null {
  if (release === null) return null
  return careText.released(whoTook(release), clockAt(release.at), release.by)
}
