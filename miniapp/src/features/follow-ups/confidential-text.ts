/** What the desk says of a grade that is followed up without a name, and of any other. */
import type { FollowUpDetail } from '@linli/contracts/follow-ups'
import type { Step } from './steps'
import { followUpText, masked, type StepText } from './text'

/** Of what two people alone read, while the rater does not agree to be called, and once they do. */
const confidential = {
  uncalled:
    '您是跟进单位：评价人没有同意打电话，不要打听是谁。督促整改，把结果写给评价人。结案由评价人说了算。',
  called: '您是跟进单位：评价人只同意您打电话，是谁不要告诉别人。督促整改，回访告知。结案由评价人说了算。',
  /** The step that tells the result, where nobody may be called. */
  written: {
    button: '告知结果',
    title: '把结果写给评价人',
    label: '写给评价人的话',
    help: '评价人在自己的办件里看到。',
    does: `被评单位看不到这段话。${masked}记录后由评价人自己说满意不满意。`,
    usual: [],
  } satisfies StepText,
}

type Reading = Pick<FollowUpDetail, 'readAs' | 'confidential' | 'canReadContact'>

/** What the reader is in it, in one sentence. */
export function roleText({ readAs, confidential: isConfidential, canReadContact }: Reading): string {
  if (readAs !== 'handler' || !isConfidential) return followUpText.role[readAs]
  return canReadContact ? confidential.called : confidential.uncalled
}

/** The words of a step: where nobody may be called, the result is written. */
export const stepText = (
  step: Step,
  { confidential: isConfidential, canReadContact }: Omit<Reading, 'readAs'>,
): StepText =>
  step === 'tell' && isConfidential && !canReadContact ? confidential.written : followUpText.step[step]
