/** What holds of children, whoever asks: pure. */
import { type Circumstance, consentVersion } from '@linli/contracts/children'
import { addDays } from '../../platform/shanghai'
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

/** The last decision is in force, and only about the words of today. */
export const isConsented = (consent: ConsentFact | null): boolean =>
  consent?.version === consentVersion && consent.decision === 'granted'

export const isRefused = (consent: ConsentFact | null): boolean =>
  consent?.version === consentVersion && consent.decision === 'refused'

/** Born, and not grown up for a year. */
export function isBirthDate(birthDate: string, today: string): boolean {
  const limit = `${Number(today.slice(0, 4)) - oldest - 1}${today.slice(4)}`
  return birthDate <= today && birthDate > limit
}

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
