/** A signup as a case (docs/tasks.md): a volunteer stands by a task, waits for it, and has true hours of it. */
import * as z from 'zod/mini'
import { caseBase, detailBase } from './case-base'
import { type CaseDeclaration, type CaseMeaning, declared, made } from './case-declaration'
import { id, instant } from './common'
import { lineTransitions } from './line-transitions'
import type { Transition } from './transitions'

const hoursSaid = ['review', 'disputed'] as const
const decided = ['completed', 'absent'] as const

/**
 * The server's checks, the `can` of every answer and therefore the app's buttons come from this one table. Signing up makes
 * the first state: `confirmed` where a place was free, else `waiting`. The organiser says the hours; the volunteer may object.
 */
export const signupTransitions: readonly Transition[] = /* @__PURE__ */ made(() => [
  ...lineTransitions,
  { from: 'held', action: 'accept', to: 'confirmed', side: 'party', when: ['not_lapsed'] },
  { from: 'confirmed', action: 'withdraw', to: 'cancelled', side: 'party', when: ['before_start'] },
  {
    from: 'confirmed',
    action: 'cancel',
    to: 'cancelled',
    side: 'staff',
    when: ['before_start'],
    note: 'required',
  },
  // The task is called off or its need is over; or what it asks for holds no more: all at once, for one reason.
  ...(['waiting', 'held', 'confirmed'] as const).flatMap((from): Transition[] => [
    { from, action: 'call_off', to: 'cancelled', side: 'system', unasked: true },
    { from, action: 'unfit', to: 'cancelled', side: 'system', unasked: true },
    // Another time or place: who can still come stays, whom it keeps from coming does not.
    { from, action: 'reschedule', to: from, side: 'system', unasked: true },
    { from, action: 'moved_off', to: 'cancelled', side: 'system', unasked: true },
  ]),
  { from: 'confirmed', action: 'finish', to: 'review', side: 'system', when: ['after_end'] },
  ...hoursSaid.flatMap((from): Transition[] => [
    { from, action: 'credit', to: 'completed', side: 'staff' },
    { from, action: 'miss', to: 'absent', side: 'staff' },
    { from, action: 'escalate', to: from, side: 'system', when: ['overdue'] },
  ]),
  ...decided.map((from): Transition => ({
    from,
    action: 'dispute',
    to: 'disputed',
    side: 'party',
    when: ['disputable'],
    note: 'required',
  })),
])

export const signupState = z.enum([
  'waiting',
  'held',
  'confirmed',
  'review',
  'completed',
  'absent',
  'disputed',
  'cancelled',
  'lapsed',
])
export type SignupState = z.infer<typeof signupState>

export const signupMeaning: CaseMeaning<SignupState> = {
  type: 'signup',
  name: '志愿任务',
  prefix: 'RW',
  states: {
    waiting: { is: 'open', word: '排队中' },
    held: { is: 'open', word: '为您保留', waitsFor: 'party' },
    confirmed: { is: 'open', word: '已报上' },
    review: { is: 'open', word: '等确认时长', waitsFor: 'staff' },
    completed: { is: 'finished', word: '时长已确认' },
    absent: { is: 'ended', word: '没有到场' },
    disputed: { is: 'open', word: '时长再核对', waitsFor: 'staff' },
    cancelled: { is: 'ended', word: '已取消' },
    lapsed: { is: 'ended', word: '没有轮到' },
  },
}

export const signupDeclaration: CaseDeclaration<SignupState> = /* @__PURE__ */ declared(
  signupMeaning,
  signupTransitions,
)

const facts = z.object({
  taskId: id,
  /** When the task begins or began: once it is over its case has no start of its own, so that the desk goes by what is due. */
  startsAt: instant,
  /** Where everybody meets; null where it is somebody's home, which `readTaskPlace` shows. */
  place: z.nullable(z.string()),
  twoPeople: z.boolean(),
  /** Of a task for two: both are certain, so that the address opens. */
  bothStand: z.boolean(),
  cameAt: z.nullable(instant),
  leftAt: z.nullable(instant),
  /** Half hours: what coming and going gives, and what the organiser confirmed last. */
  proposed: z.nullable(z.int()),
  halves: z.nullable(z.int()),
})

export const signupCase = z.extend(caseBase, {
  type: z.literal('signup'),
  state: signupState,
  endsAt: instant,
  facts,
})
export type SignupCase = z.infer<typeof signupCase>

export const signupDetail = z.extend(signupCase, detailBase)
export type SignupDetail = z.infer<typeof signupDetail>
