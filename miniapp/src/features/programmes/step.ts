import type { ProgrammePhase } from '@linli/contracts/programmes'
import type { Eligibility } from '@linli/contracts/enrolments'
import { enteredCase, isReady } from './eligibility'
import { takesSignUps } from './phase'

/**
 * The one thing to do now. `asking` is while nobody knows yet; `unfit` while none of the children may; `entered` when
 * all who may have signed up; `none` when there is nothing to sign up for any more.
 */
export type Step =
  | 'none'
  | 'sign_in'
  | 'asking'
  | 'add_child'
  | 'unfit'
  | 'entered'
  | 'choose'
  | 'choose_how'
  | 'wait'
  | 'press'

interface Standing {
  phase: ProgrammePhase
  signedIn: boolean
  /** The reader's own; undefined until the answer is here. */
  children: readonly Eligibility[] | undefined
  chosen: number
  /** It is said how several children go. */
  together: boolean
}

/** Only what is missing is asked for, one thing at a time. */
export function stepOf({ phase, signedIn, children, chosen, together }: Standing): Step {
  if (phase !== 'announced' && !takesSignUps(phase)) {
    return children?.some((one) => enteredCase(one) !== null) === true ? 'entered' : 'none'
  }
  if (!signedIn) return 'sign_in'
  if (children === undefined) return 'asking'
  if (children.length === 0) return 'add_child'
  if (!children.some(isReady)) return children.some((one) => enteredCase(one) !== null) ? 'entered' : 'unfit'
  if (chosen === 0) return 'choose'
  if (!together) return 'choose_how'
  return phase === 'announced' ? 'wait' : 'press'
}
