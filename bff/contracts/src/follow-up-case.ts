/** The follow-up of a bad rating as a case (docs/product.md › Ratings): its states, its table and what the rater is shown. */
import * as z from 'zod/mini'
import { caseBase, detailBase } from './case-base'
import { type CaseDeclaration, type CaseMeaning, declared, made } from './case-declaration'
import { id, instant } from './common'
import type { Transition } from './transitions'

export interface FollowUpTransition extends Transition {
  /** Which of staff. Never the unit where something ends. */
  by?: 'unit' | 'handler' | 'reviewer'
}

const by = (
  who: 'unit' | 'handler' | 'reviewer',
  from: Transition['from'],
  action: Transition['action'],
  to: Transition['to'],
  when?: Transition['when'],
): FollowUpTransition => ({
  by: who,
  from,
  action,
  to,
  side: 'staff',
  note: 'required',
  ...(when && { when }),
})

const open = ['contacting', 'rectifying', 'informing', 'verdict', 'reviewing'] as const
const afterTold = ['verdict', 'reviewing', 'closed'] as const

/**
 * 差评跟进, from the first call to the rater's own word (docs/product.md › Ratings). Only two rows end it: the rater's good
 * verdict, and a review by another unit. The clock escalates; it ends nothing.
 */
export const followUpTransitions: readonly FollowUpTransition[] = /* @__PURE__ */ made(() => [
  by('handler', 'contacting', 'attempt', 'contacting'),
  by('handler', 'contacting', 'contact', 'rectifying'),
  by('handler', 'rectifying', 'extend', 'rectifying', ['not_extended', 'before_stop']),
  by('unit', 'rectifying', 'rectify', 'informing'),
  by('unit', 'rectifying', 'appeal', 'reviewing', ['not_appealed']),
  by('handler', 'informing', 'return', 'rectifying'),
  by('handler', 'informing', 'tell', 'verdict'),
  { from: 'verdict', action: 'approve', to: 'closed', side: 'party' },
  { from: 'verdict', action: 'object', to: 'reviewing', side: 'party' },
  by('reviewer', 'reviewing', 'uphold', 'rectifying', ['appealed']),
  by('reviewer', 'reviewing', 'overturn', 'overturned', ['appealed']),
  by('reviewer', 'reviewing', 'again', 'rectifying', ['objected']),
  by('reviewer', 'reviewing', 'conclude', 'closed', ['objected']),
  ...open.map(
    (from) => ({ from, action: 'disclose', to: from, side: 'party', when: ['not_named'] }) as const,
  ),
  ...afterTold.map(
    (from) =>
      ({
        from,
        action: 'supplement',
        to: from,
        side: 'party',
        when: ['not_supplemented', 'not_confidential'],
      }) as const,
  ),
  ...(['contacting', 'rectifying', 'informing', 'reviewing'] as const).map(
    (from) => ({ from, action: 'escalate', to: from, side: 'system', when: ['late'] }) as const,
  ),
])

/** From the first call to the rater's verdict or its review. */
export const followUpState = z.enum([
  'contacting',
  'rectifying',
  'informing',
  'verdict',
  'reviewing',
  'closed',
  'overturned',
])
export type FollowUpState = z.infer<typeof followUpState>

export const followUpMeaning: CaseMeaning<FollowUpState> = {
  type: 'follow_up',
  name: '评价跟进',
  prefix: 'PJ',
  states: {
    contacting: { is: 'open', word: '等社区上级联系您', waitsFor: 'staff' },
    rectifying: { is: 'open', word: '正在整改', waitsFor: 'staff' },
    informing: { is: 'open', word: '整改已完成，等回访', waitsFor: 'staff' },
    verdict: { is: 'open', word: '等您说整改得怎么样', waitsFor: 'party' },
    reviewing: { is: 'open', word: '另一个单位正在复核', waitsFor: 'staff' },
    closed: { is: 'ended', word: '已办结' },
    overturned: { is: 'ended', word: '复核认为评价与事实不符' },
  },
}

export const followUpDeclaration: CaseDeclaration<FollowUpState> = /* @__PURE__ */ declared(
  followUpMeaning,
  followUpTransitions,
)

const facts = z.object({
  /** What was rated, and how. */
  ratedId: id,
  grade: z.string(),
  /** What was rated is read by its person and by whoever works on it alone: the unit never learns who rated. */
  confidential: z.boolean(),
})

/** From its opening to the hard stop. */
export const followUpCase = z.extend(caseBase, {
  type: z.literal('follow_up'),
  state: followUpState,
  startsAt: instant,
  endsAt: instant,
  facts,
})
export type FollowUpCase = z.infer<typeof followUpCase>

export const followUpCaseDetail = z.extend(followUpCase, detailBase)
export type FollowUpCaseDetail = z.infer<typeof followUpCaseDetail>
