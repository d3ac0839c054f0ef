/** A need as a case (docs/needs.md): somebody needs a hand; it stays open until they say that it was met. */
import * as z from 'zod/mini'
import { caseBase, detailBase } from './case-base'
import { type CaseDeclaration, type CaseMeaning, declared, made } from './case-declaration'
import { day, id, instant } from './common'
import type { Transition } from './transitions'

const toAsk = ['arranged', 'asked', 'unsaid'] as const

/** Volunteers stand by a task of it, others than before, or one of them does no more. */
const byTask: readonly Transition[] = [
  { from: 'open', action: 'taken', to: 'arranged', side: 'system', unasked: true },
  {
    from: 'arranged',
    action: 'taken',
    to: 'arranged',
    side: 'system',
    when: ['before_start'],
    unasked: true,
  },
  {
    from: 'arranged',
    action: 'given_back',
    to: 'open',
    side: 'system',
    when: ['before_start'],
    unasked: true,
  },
]

/**
 * The server's checks, the `can` of every answer and therefore the app's buttons come from this one table. Staff arrange
 * who comes and refuse; that it was met is said by the person alone, or to staff who ask by telephone and write down what
 * was said. When somebody has been there the clock asks their person (`finish`), and a day later has staff ask (`chase`).
 */
export const needTransitions: readonly Transition[] = /* @__PURE__ */ made(() => [
  { from: 'open', action: 'see', to: 'open', side: 'staff', unasked: true },
  { from: 'open', action: 'arrange', to: 'arranged', side: 'staff' },
  { from: 'open', action: 'refuse', to: 'refused', side: 'staff', note: 'required' },
  { from: 'open', action: 'cancel', to: 'cancelled', side: 'party' },
  { from: 'open', action: 'escalate', to: 'open', side: 'system', when: ['unanswered'] },
  { from: 'arranged', action: 'rearrange', to: 'arranged', side: 'staff', when: ['before_end'] },
  { from: 'arranged', action: 'reopen', to: 'open', side: 'staff', when: ['before_end'], note: 'required' },
  ...byTask,
  { from: 'arranged', action: 'cancel', to: 'cancelled', side: 'party', when: ['before_start'] },
  { from: 'arranged', action: 'finish', to: 'asked', side: 'system', when: ['over'] },
  { from: 'asked', action: 'chase', to: 'unsaid', side: 'system', when: ['silent_a_day'] },
  ...toAsk.flatMap((from): Transition[] => [
    { from, action: 'met', to: 'met', side: 'party', when: ['begun'] },
    { from, action: 'unmet', to: 'open', side: 'party', when: ['begun'] },
    { from, action: 'told_met', to: 'met', side: 'staff', when: ['begun'], note: 'required' },
    { from, action: 'told_unmet', to: 'open', side: 'staff', when: ['begun'], note: 'required' },
  ]),
  { from: 'unsaid', action: 'escalate', to: 'unsaid', side: 'system', when: ['unanswered'] },
  {
    from: 'unsaid',
    action: 'unreached',
    to: 'unreached',
    side: 'staff',
    when: ['silent_a_week'],
    note: 'required',
  },
])

export const needState = z.enum([
  'open',
  'arranged',
  'asked',
  'unsaid',
  'met',
  'unreached',
  'refused',
  'cancelled',
])
export type NeedState = z.infer<typeof needState>

export const needMeaning: CaseMeaning<NeedState> = {
  type: 'need',
  name: '找人帮',
  prefix: 'QZ',
  states: {
    open: { is: 'open', word: '等社区安排', waitsFor: 'staff' },
    arranged: { is: 'open', word: '约好了' },
    asked: { is: 'open', word: '帮到了吗', waitsFor: 'party' },
    unsaid: { is: 'open', word: '等社区打电话问', waitsFor: 'staff' },
    met: { is: 'finished', word: '帮到了' },
    unreached: { is: 'ended', word: '没有联系上' },
    refused: { is: 'finished', word: '帮不了', refused: true },
    cancelled: { is: 'ended', word: '已取消' },
  },
}

export const needDeclaration: CaseDeclaration<NeedState> = /* @__PURE__ */ declared(
  needMeaning,
  needTransitions,
)

/** What somebody needs a hand with. */
export const help = z.enum(['meal', 'cleaning', 'medical', 'mobility', 'company', 'tutoring', 'other'])
export type Help = z.infer<typeof help>

/** When on a day it is wished for. */
export const dayPart = z.enum(['any', 'morning', 'afternoon', 'evening'])
export type DayPart = z.infer<typeof dayPart>

/** Who said what is needed: the person, somebody of the family, or staff whom they asked. */
export const cameBy = z.enum(['self', 'family', 'counter', 'phone', 'visit'])
export type CameBy = z.infer<typeof cameBy>

/** What the person served is to whoever of the family asks. */
export const relation = z.enum(['parent', 'grandparent', 'spouse', 'child', 'relative'])
export type Relation = z.infer<typeof relation>

const facts = z.object({
  help,
  cameBy,
  /** Of what somebody of the family asked for. */
  relation: z.nullable(relation),
  /** The day it is wished for; null: any. */
  day: z.nullable(day),
  part: dayPart,
  /** When somebody comes, as it was arranged last; null before that. */
  comesAt: z.nullable(instant),
  leavesAt: z.nullable(instant),
})

export const needCase = z.extend(caseBase, { type: z.literal('need'), state: needState, facts })
export type NeedCase = z.infer<typeof needCase>

export const needDetail = z.extend(needCase, {
  ...detailBase,
  facts: z.extend(facts, {
    /** To whom it belongs; null for staff, who read it with `readNeed`, on record. */
    wish: z.nullable(z.string()),
    place: z.nullable(z.string()),
    helper: z.nullable(z.string()),
    /** For staff: whether it has a place of its own, and the task by which volunteers are looked for, the last one. */
    hasPlace: z.boolean(),
    task: z.nullable(z.object({ id, startsAt: instant })),
    /** How the person served is called, where somebody else asked for them. */
    person: z.nullable(z.string()),
  }),
})
export type NeedDetail = z.infer<typeof needDetail>
