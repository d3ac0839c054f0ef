/** What holds of children, whoever asks: pure. */
import { type Circumstance, consentVersion, oldestConsent } from '@linli/contracts/children'
import { addDays, dayOf } from '../../platform/shanghai'
import type { Circumstances } from './sealed'

/** Live children of one account. */
export const mostChildren = 6
/** Adults on each of a child's two lists. */
export const mostPeople = 10
/** How far ahead a one-day code may be made. */
const codeDays = 30
const oldest = 18

/** The sealed words of a care record of these kinds are of health; of all others, who came, they are of contact. */
export const healthKinds: readonly string[] = ['health', 'incident', 'annotation']

export interface ConsentFact {
  version: number
  decision: 'granted' | 'refused'
}

/** Words that somebody may have decided about. */
export const isConsentVersion = (version: number): boolean =>
  version >= oldestConsent && version <= consentVersion

/** The last decision is in force, under the words it was given about. */
export const isConsented = (consent: ConsentFact | null): boolean =>
  consent !== null && isConsentVersion(consent.version) && consent.decision === 'granted'

export const isRefused = (consent: ConsentFact | null): boolean =>
  consent !== null && isConsentVersion(consent.version) && consent.decision === 'refused'

/** Born, and not grown up for a year. */
export function isBirthDate(birthDate: string, today: string): boolean {
  const limit = `${Number(today.slice(0, 4)) - oldest - 1}${today.slice(4)}`
  return birthDate <= today && birthDate > limit
}

/** The year in which a school year began: on 1 September. */
export const schoolYearOf = (day: string): number =>
  Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0)

/** After the twelfth grade a child has left school. */
export const graduated = 13

/**
 * The grade in a later school year. Who is in kindergarten goes to school in the year in which they are six by 31 August
 * (义务教育法, article 11).
 */
export function gradeIn(
  { grade, birthDate }: { grade: number; birthDate: string },
  said: number,
  year: number,
): number {
  if (year <= said) return grade
  if (grade > 0) return Math.min(graduated, grade + year - said)
  const six = Number(birthDate.slice(0, 4)) + 6 + (birthDate.slice(5) <= '08-31' ? 0 : 1)
  return Math.max(0, Math.min(graduated, year - Math.max(six, said + 1) + 1))
}

/** Proof counts in the school year in which it was seen. */
export const inYear = (circumstances: Circumstances, seen: number, year: number): Circumstances =>
  seen === year ? circumstances : { claimed: circumstances.claimed, verified: [] }

/** A claim that is taken back loses its proof; one that comes back has to be shown anew. */
export function reclaim(before: Circumstances, claimed: readonly Circumstance[]): Circumstances {
  const once = [...new Set(claimed)]
  return { claimed: once, verified: before.verified.filter((c) => once.includes(c)) }
}

/** Papers prove what was claimed and nothing else. */
export function prove(before: Circumstances, proven: readonly Circumstance[]): Circumstances {
  const { claimed, verified } = before
  return { claimed, verified: claimed.filter((c) => verified.includes(c) || proven.includes(c)) }
}

export const unverifiedOf = ({ claimed, verified }: Circumstances): number => claimed.length - verified.length

export const isCodeDay = (day: string, today: string): boolean =>
  day >= today && day <= addDays(today, codeDays)

/** What lies on the row of a child about school years; null: as when it was added. */
export interface SchoolYears {
  createdAt: Date
  gradeYear: number | null
  verifiedYear: number | null
}

export function gradeOf(
  { createdAt, gradeYear }: SchoolYears,
  profile: { grade: number; birthDate: string },
  year: number,
): { grade: number; asked: boolean } {
  const said = gradeYear ?? schoolYearOf(dayOf(createdAt))
  return { grade: gradeIn(profile, said, year), asked: said < year }
}

export const circumstancesOf = (
  { createdAt, verifiedYear }: SchoolYears,
  circumstances: Circumstances,
  year: number,
): Circumstances => inYear(circumstances, verifiedYear ?? schoolYearOf(dayOf(createdAt)), year)
