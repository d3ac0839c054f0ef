/** A volunteer's registration as a case (docs/volunteers.md): open for as long as somebody is a volunteer. */
import * as z from 'zod/mini'
import { caseBase, detailBase } from './case-base'
import { type CaseDeclaration, type CaseMeaning, declared, made } from './case-declaration'
import { day, id } from './common'
import type { Transition } from './transitions'

/**
 * Staff verify who somebody is with the papers before them, and refuse or end with a reason. What somebody can do and when
 * they change themselves, and leave whenever they like.
 */
export const volunteerTransitions: readonly Transition[] = [
  { from: 'asked', action: 'see', to: 'asked', side: 'staff', unasked: true },
  { from: 'asked', action: 'verify', to: 'verified', side: 'staff' },
  { from: 'asked', action: 'refuse', to: 'refused', side: 'staff', note: 'required' },
  { from: 'asked', action: 'change', to: 'asked', side: 'party' },
  { from: 'asked', action: 'cancel', to: 'cancelled', side: 'party' },
  { from: 'asked', action: 'escalate', to: 'asked', side: 'system', when: ['unanswered'] },
  { from: 'asked', action: 'cancel', to: 'cancelled', side: 'system' },
  { from: 'verified', action: 'change', to: 'verified', side: 'party' },
  { from: 'verified', action: 'leave', to: 'left', side: 'party' },
  { from: 'verified', action: 'leave', to: 'left', side: 'system' },
  { from: 'verified', action: 'add_paper', to: 'verified', side: 'staff' },
  { from: 'verified', action: 'revoke_paper', to: 'verified', side: 'staff', when: ['has_paper'] },
  { from: 'verified', action: 'end', to: 'ended', side: 'staff', note: 'required' },
]

export const volunteerState = z.enum(['asked', 'verified', 'refused', 'cancelled', 'left', 'ended'])
export type VolunteerState = z.infer<typeof volunteerState>

export const volunteerMeaning: CaseMeaning<VolunteerState> = {
  type: 'volunteer',
  name: '志愿者登记',
  prefix: 'ZY',
  states: {
    asked: { is: 'open', word: '等社区核实', waitsFor: 'staff' },
    verified: { is: 'open', word: '已核实' },
    refused: { is: 'finished', word: '没有通过', refused: true },
    cancelled: { is: 'ended', word: '已取消' },
    left: { is: 'ended', word: '已退出' },
    ended: { is: 'ended', word: '已停止' },
  },
}

export const volunteerDeclaration: CaseDeclaration<VolunteerState> = /* @__PURE__ */ declared(
  volunteerMeaning,
  volunteerTransitions,
)

/** What a volunteer can do. */
export const skill = z.enum([
  'meal',
  'cleaning',
  'medical',
  'mobility',
  'company',
  'tutoring',
  'event',
  'repair',
  'digital',
  'first_aid',
])
export type Skill = z.infer<typeof skill>

export const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])
export type Weekday = z.infer<typeof weekday>
export const weekPart = z.enum(['morning', 'afternoon', 'evening'])
export type WeekPart = z.infer<typeof weekPart>
/** A part of the week, e.g. `wed_afternoon`. */
export type WeekTime = `${Weekday}_${WeekPart}`
export const weekTime = /* @__PURE__ */ made(() =>
  z.enum(
    weekday.options.flatMap((on) => weekPart.options.map((part): WeekTime => `${on}_${part}`)) as [
      WeekTime,
      ...WeekTime[],
    ],
  ),
)

/** How far somebody goes: in their community, their township, their county. */
export const reach = z.enum(['community', 'township', 'county'])
export type Reach = z.infer<typeof reach>

/** A paper that staff have seen. `vetting`: 无犯罪记录证明. */
export const paperKind = z.enum(['first_aid', 'vetting', 'driving', 'health', 'teaching'])
export type PaperKind = z.infer<typeof paperKind>

const facts = z.object({ isMinor: z.boolean() })

export const volunteerCase = z.extend(caseBase, {
  type: z.literal('volunteer'),
  state: volunteerState,
  facts,
})
export type VolunteerCase = z.infer<typeof volunteerCase>

/** `validUntil`: the last day on which it counts. */
export const volunteerPaper = z.object({ id, kind: paperKind, validUntil: day })
export type VolunteerPaper = z.infer<typeof volunteerPaper>

export const volunteerDetail = z.extend(volunteerCase, {
  ...detailBase,
  facts: z.extend(facts, {
    skills: z.array(skill),
    times: z.array(weekTime),
    reach,
    papers: z.array(volunteerPaper),
    /** In which teams they are. */
    teams: z.array(z.object({ id, name: z.string(), leads: z.boolean() })),
    /** Staff may ask them for a task. */
    proposals: z.boolean(),
    /** For staff who verify: they stood on a roster that was brought along, by their proven number. */
    roster: z.nullable(
      z.object({ sameName: z.boolean(), skills: z.array(skill), team: z.nullable(z.string()) }),
    ),
  }),
})
export type VolunteerDetail = z.infer<typeof volunteerDetail>
