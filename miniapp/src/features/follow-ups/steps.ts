import type { CaseAction } from '@linli/contracts/case-base'
import type { FollowUpDetail } from '@linli/contracts/follow-ups'

/** Steps that are sent with what was done in words. */
export type WordedStep = 'attempt' | 'contact' | 'extend' | 'rectify' | 'return' | 'tell' | 'appeal'

/** Every step of staff, the usual one first; a review comes as two answers to one question. */
export type Step = WordedStep | 'uphold' | 'overturn' | 'again' | 'conclude'
const order: readonly Step[] = [
  ...(['contact', 'tell', 'rectify', 'uphold', 'again'] as const),
  ...(['attempt', 'return', 'extend', 'overturn', 'conclude', 'appeal'] as const),
]

/** What the reader may do now, in the order of the buttons: the service's `can`. */
export const stepsOf = (can: readonly CaseAction[]): Step[] => order.filter((step) => can.includes(step))

/** Is the step an answer of the reviewing unit, and does what is reviewed stand by it? Null for every other step. */
export function standsBy(step: Step): boolean | null {
  if (step === 'uphold' || step === 'conclude') return true
  return step === 'overturn' || step === 'again' ? false : null
}

/** Whose turn it is, for the one line above the buttons. */
export function turnOf({ state, readAs }: Pick<FollowUpDetail, 'state' | 'readAs'>) {
  if (state === 'closed' || state === 'overturned') return 'over' as const
  if (state === 'verdict') return 'rater' as const
  if (state === 'reviewing') return readAs === 'reviewer' ? ('mine' as const) : ('reviewer' as const)
  if (state === 'rectifying') return readAs === 'unit' ? ('mine' as const) : ('unit' as const)
  return readAs === 'handler' ? ('mine' as const) : ('handler' as const)
}
