/**
 * A legal consultation as a case (docs/product.md › Legal consultation): its states, its table and what is shown of it
 * outside its thread. Nothing here says what it is about: that is read by two people, in `consultations.ts`.
 */
import * as z from 'zod/mini'
import { caseBase, detailBase } from './case-base'
import { type CaseDeclaration, type CaseMeaning, declared, made } from './case-declaration'
import { instant } from './common'
import type { Transition } from './transitions'

const party = (from: string, action: string, to: string, ...when: string[]): Transition => ({
  from,
  action,
  to,
  side: 'party',
  ...(when.length > 0 && { when }),
})
const adviser = (from: string, action: string, to: string, ...when: string[]): Transition => ({
  ...party(from, action, to, ...when),
  side: 'staff',
})
/** Follows from something else that was done, so no button of the case leads to it. */
const unasked = (transition: Transition): Transition => ({ ...transition, unasked: true })

/** The states in which the adviser works on it. */
const atAdviser = ['waiting', 'asked', 'answered'] as const

/**
 * From the question to its end. Only what was answered can be closed, by the adviser or by two weeks of silence; what
 * was handed over and is not acknowledged in time comes back by the clock.
 */
export const consultationTransitions: readonly Transition[] = /* @__PURE__ */ made(() => [
  ...atAdviser.flatMap((from) => [
    party(from, 'add', 'waiting'),
    party(from, 'cancel', 'cancelled'),
    adviser(from, 'answer', 'answered'),
    adviser(from, 'ask', 'asked'),
    adviser(from, 'correct', from),
    adviser(from, 'attempt', from, 'calls_left'),
    adviser(from, 'offer_times', from),
    adviser(from, 'propose_referral', from, 'no_referral_open'),
    adviser(from, 'pass_on', from),
    unasked(adviser(from, 'visit', from)),
    unasked(party(from, 'take_time', from)),
    unasked(party(from, 'give_time_back', from)),
    unasked(adviser(from, 'give_time_back', from)),
    unasked(adviser(from, 'assign', from)),
    unasked({ ...adviser(from, 'assign', from), side: 'system' }),
    unasked(party(from, 'consent', 'referred')),
    unasked(party(from, 'decline', from)),
  ]),
  // Whoever asked has left: there is nobody any more to answer.
  ...[...atAdviser, 'referred'].map((from) =>
    unasked({ ...party(from, 'cancel', 'cancelled'), side: 'system' }),
  ),
  party('answered', 'thank', 'answered', 'not_thanked'),
  adviser('answered', 'close', 'closed'),
  adviser('asked', 'close', 'closed', 'was_answered'),
  party('referred', 'cancel', 'cancelled'),
  unasked(adviser('referred', 'acknowledge', 'waiting')),
  unasked(adviser('referred', 'send_back', 'waiting')),
  { from: 'referred', action: 'lapse', to: 'waiting', side: 'system', when: ['lapsed'] },
  { from: 'answered', action: 'lapse', to: 'closed', side: 'system', when: ['lapsed'] },
  { from: 'asked', action: 'lapse', to: 'closed', side: 'system', when: ['lapsed'] },
  party('closed', 'thank', 'closed', 'not_thanked'),
  party('closed', 'add', 'waiting', 'can_ask_on'),
  { from: 'waiting', action: 'escalate', to: 'waiting', side: 'system', when: ['unanswered'] },
])

export const consultationState = z.enum(['waiting', 'asked', 'answered', 'referred', 'closed', 'cancelled'])
export type ConsultationState = z.infer<typeof consultationState>

export const consultationMeaning: CaseMeaning<ConsultationState> = {
  type: 'consultation',
  name: '法律咨询',
  // Neutral: a number on somebody's screen does not say that they asked a lawyer.
  prefix: 'BJ',
  states: {
    waiting: { is: 'open', word: '等答复', waitsFor: 'staff' },
    asked: { is: 'open', word: '等您补充', waitsFor: 'party' },
    answered: { is: 'open', word: '已答复', waitsFor: 'party' },
    referred: { is: 'open', word: '已转出，等对方接收', waitsFor: 'staff' },
    closed: { is: 'finished', word: '已办结' },
    cancelled: { is: 'ended', word: '已撤回' },
  },
}

export const consultationDeclaration: CaseDeclaration<ConsultationState> = /* @__PURE__ */ declared(
  consultationMeaning,
  consultationTransitions,
)

/** What stands in the place of a title, for everybody. */
export const neutralTitle = '一件办件'

const facts = z.object({
  /** Nobody should wait with it: a date runs out, or somebody is in danger. */
  urgent: z.boolean(),
  /** The badge of whoever works on it; null while it waits at the desk. */
  handler: z.nullable(z.string()),
  /** Until when its person can ask on once it is closed; null before the first answer. */
  askUntil: z.nullable(instant),
})

export const consultationCase = z.extend(caseBase, {
  type: z.literal('consultation'),
  state: consultationState,
  facts,
})
export type ConsultationCase = z.infer<typeof consultationCase>

export const consultationDetail = z.extend(consultationCase, detailBase)
export type ConsultationDetail = z.infer<typeof consultationDetail>
