/** An enrolment as a case (docs/product.md › After-school care): its states, its table and what is shown of it. */
import * as z from 'zod/mini'
import { caseBase, detailBase } from './case-base'
import { type CaseDeclaration, type CaseMeaning, declared, made } from './case-declaration'
import { day, id, instant } from './common'
import { lineTransitions } from './line-transitions'
import type { Transition } from './transitions'

/** The life of an enrolment (docs/product.md › After-school care). `request` makes the first state and is not in it. */
export const enrolmentTransitions: readonly Transition[] = /* @__PURE__ */ made(() => [
  ...lineTransitions,
  { from: 'entered', action: 'cancel', to: 'cancelled', side: 'party', when: ['before_end'] },
  { from: 'entered', action: 'draw', to: 'confirmed', side: 'system' },
  { from: 'entered', action: 'draw', to: 'waiting', side: 'system' },
  { from: 'entered', action: 'lapse', to: 'lapsed', side: 'system', when: ['after_end'] },
  { from: 'held', action: 'accept', to: 'confirmed', side: 'party', when: ['not_lapsed'] },
  { from: 'confirmed', action: 'cancel', to: 'cancelled', side: 'party', when: ['before_end'] },
  {
    from: 'confirmed',
    action: 'cancel',
    to: 'cancelled',
    side: 'staff',
    when: ['before_end'],
    note: 'required',
  },
  { from: 'confirmed', action: 'complete', to: 'completed', side: 'system', when: ['after_end'] },
  // A programme is called off: all that is still open in it, at once and for one reason.
  ...(['entered', 'waiting', 'held', 'confirmed'] as const).map(
    (from) =>
      ({ from, action: 'cancel', to: 'cancelled', side: 'staff', note: 'required', unasked: true }) as const,
  ),
  // The consent was taken back, or the child's data go: as its guardian would, also what has begun.
  { from: 'entered', action: 'cancel', to: 'cancelled', side: 'party', unasked: true },
  { from: 'waiting', action: 'leave', to: 'cancelled', side: 'party', unasked: true },
  { from: 'held', action: 'decline', to: 'cancelled', side: 'party', unasked: true },
  { from: 'confirmed', action: 'cancel', to: 'cancelled', side: 'party', unasked: true },
])

/** `entered` waits for a draw, `waiting` stands in a line, `held` is an offer of the line. */
export const enrolmentState = z.enum([
  'entered',
  'waiting',
  'held',
  'confirmed',
  'cancelled',
  'lapsed',
  'completed',
])
export type EnrolmentState = z.infer<typeof enrolmentState>

export const enrolmentMeaning: CaseMeaning<EnrolmentState> = {
  type: 'enrolment',
  name: '托管报名',
  prefix: 'TG',
  states: {
    entered: { is: 'open', word: '等待摇号' },
    waiting: { is: 'open', word: '排队中' },
    held: { is: 'open', word: '为您保留', waitsFor: 'party' },
    confirmed: { is: 'open', word: '已确认' },
    cancelled: { is: 'ended', word: '已取消' },
    lapsed: { is: 'ended', word: '没有轮到' },
    completed: { is: 'finished', word: '已完成' },
  },
}

export const enrolmentDeclaration: CaseDeclaration<EnrolmentState> = /* @__PURE__ */ declared(
  enrolmentMeaning,
  enrolmentTransitions,
)

const facts = z.object({
  programmeId: id,
  /** First and last day. */
  startsOn: day,
  endsOn: day,
  /** Public number in a draw. */
  drawNumber: z.nullable(z.number()),
})

/** `startsAt` is the first session's start, on the home page that of the next one; `endsAt` the last one's end. */
export const enrolmentCase = z.extend(caseBase, {
  type: z.literal('enrolment'),
  state: enrolmentState,
  startsAt: instant,
  endsAt: instant,
  facts,
})
export type EnrolmentCase = z.infer<typeof enrolmentCase>

export const enrolmentDetail = z.extend(enrolmentCase, {
  ...detailBase,
  facts: z.extend(facts, { address: z.string() }),
})
export type EnrolmentDetail = z.infer<typeof enrolmentDetail>
