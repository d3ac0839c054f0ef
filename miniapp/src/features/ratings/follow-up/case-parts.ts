import type { FollowUpCaseDetail } from '@linli/contracts/follow-up-case'
import type { CaseParts } from '../../../shared/cases/case-parts'
import { DiscloseSheet } from './disclose-sheet'
import { FollowUpFacts } from './facts'
import { followUpFace } from './face'
import { FollowUpStep } from './step'

/** The page of a follow-up, as its rater sees it: it asks in a card, where both answers look alike. */
export const followUpCase: CaseParts<FollowUpCaseDetail> = {
  type: followUpFace.type,
  Above: FollowUpStep,
  Facts: FollowUpFacts,
  sheets: { disclose: DiscloseSheet },
}
