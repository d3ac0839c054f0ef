import type { Eligibility } from '@linli/contracts/enrolments'
import { circumstanceWord } from '@linli/contracts/words'
import { eligibilityText as text } from './text'

/** Everything is ready for one tap. */
export const isReady = (one: Eligibility) => one.obstacles.length === 0

/** Has this child signed up here before? Then its case says where it stands. */
export const enteredCase = (one: Eligibility) =>
  one.obstacles.includes('already_signed_up') ? one.caseId : null

/** What stands in the way and what to do about it, or that nothing does. */
export function fitWords(one: Eligibility): string[] {
  const { obstacles, ageOnFirstDay } = one
  if (obstacles.includes('already_signed_up')) return [text.signedUp]
  return obstacles.length === 0
    ? [text.fits(ageOnFirstDay)]
    : obstacles.map((code) => text.obstacle[code](ageOnFirstDay))
}

/** What the published rules give, and what they would give once staff have seen the proof. */
export function scoreWords({ score, unverified }: Eligibility): string[] {
  return [
    ...(score > 0 ? [text.score(score)] : []),
    ...(unverified.length > 0
      ? [text.unverified(unverified.map((one) => circumstanceWord[one]).join('、'))]
      : []),
  ]
}

/** A child cannot be in two places at one hour: said before it is signed up. */
export const alsoAtWords = ({ alsoAt }: Eligibility): string[] => alsoAt.map((name) => text.alsoAt(name))

/** What to ask before these children are signed up; null where there is nothing. */
export function askFirst(children: readonly Eligibility[], chosen: readonly string[]): string | null {
  const twice = children.filter((one) => chosen.includes(one.childId) && one.alsoAt.length > 0)
  if (twice.length === 0) return null
  return twice.map((one) => text.twice(one.nickname, one.alsoAt.join('、'))).join('')
}

/** Where the guardian can put right what stands in the way. */
export type Remedy = 'consent' | 'profile' | null
export function remedyOf({ obstacles }: Eligibility): Remedy {
  if (obstacles.includes('consent_needed')) return 'consent'
  return obstacles.some((code) => code.startsWith('grade_') || code.startsWith('too_')) ? 'profile' : null
}
