import * as z from 'zod/mini'
import { circumstance } from './children'
import { askedDay, askedInstant, communityCode, cursor, day, id, idParams, instant, text } from './common'
import { endpoint } from './endpoint'

export const programmeKind = z.enum(['term', 'holiday'])
export const signUpMode = z.enum(['first_come', 'draw'])
export type SignUpMode = z.infer<typeof signUpMode>

/** A weekly session: ISO weekday and local times. */
const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
/** A session may last until the end of its day. */
const endTime = z.string().check(z.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/))
export const weeklySession = z
  .object({ weekday: z.int().check(z.minimum(1), z.maximum(7)), from: time, to: endTime })
  .check(z.refine((s) => s.from < s.to, { error: 'ends_before_start', path: ['to'] }))

/** Points that a verified circumstance gives; published with the programme, applied by code. */
export const priorityRule = z.object({ circumstance, points: z.int().check(z.minimum(1), z.maximum(100)) })
export type PriorityRule = z.infer<typeof priorityRule>

export const programmeState = z.enum(['draft', 'published', 'closed', 'drawn', 'cancelled'])

/** Where a programme stands for a family, as of the server's clock. */
export const programmePhase = z.enum([
  'draft',
  'announced',
  'open',
  'full',
  'closed',
  'drawn',
  'running',
  'over',
  'cancelled',
])
export type ProgrammePhase = z.infer<typeof programmePhase>

const range = (max: number) =>
  z.nullable(
    z.object({
      min: z.int().check(z.minimum(0), z.maximum(max)),
      max: z.int().check(z.minimum(0), z.maximum(max)),
    }),
  )

const plan = {
  kind: programmeKind,
  name: text(40),
  place: text(60),
  about: z.optional(text(500)),
  startsOn: askedDay,
  endsOn: askedDay,
  weekly: z.array(weeklySession).check(z.minLength(1), z.maxLength(14)),
  /** Days within it without care. */
  skips: z.array(askedDay).check(z.maxLength(60)),
  capacity: z.int().check(z.minimum(1), z.maximum(400)),
  /** How many classes share the places; a class holds at most the cap (40). */
  classes: z.int().check(z.minimum(1), z.maximum(10)),
  /** Completed years of age on the first day, or grade in the school year of the first day. */
  ages: range(18),
  grades: range(12),
  opensAt: askedInstant,
  closesAt: askedInstant,
  mode: signUpMode,
  priority: z.array(priorityRule).check(z.maxLength(5)),
  /** Until the end of which day a place that frees goes to the line; the first day when not said. */
  refillUntil: z.optional(askedDay),
}

export const programmeSummary = z.object({
  id,
  community: communityCode,
  communityName: z.string(),
  kind: programmeKind,
  name: z.string(),
  place: z.string(),
  startsOn: day,
  endsOn: day,
  weekly: z.array(z.object({ weekday: z.number(), from: z.string(), to: z.string() })),
  ages: z.nullable(z.object({ min: z.number(), max: z.number() })),
  grades: z.nullable(z.object({ min: z.number(), max: z.number() })),
  opensAt: instant,
  closesAt: instant,
  mode: signUpMode,
  phase: programmePhase,
  capacity: z.number(),
  /** Free places; null while a draw decides. */
  placesLeft: z.nullable(z.number()),
  waiting: z.number(),
})
export type ProgrammeSummary = z.infer<typeof programmeSummary>

export const programme = z.extend(programmeSummary, {
  state: programmeState,
  about: z.nullable(z.string()),
  skips: z.array(day),
  classes: z.number(),
  priority: z.array(priorityRule),
  refillUntil: day,
  /** Of a draw: the seed's commitment and, later, the list's hash and the seed. */
  draw: z.nullable(
    z.object({ commitment: z.string(), listHash: z.nullable(z.string()), seed: z.nullable(z.string()) }),
  ),
  communityPhone: z.nullable(z.string()),
  /** The server's clock, for the countdown. */
  now: instant,
  /** The reader is staff here. */
  canManage: z.boolean(),
  /** For staff: how many signed up, children and carers. */
  figures: z.nullable(
    z.object({
      entered: z.number(),
      confirmed: z.number(),
      held: z.number(),
      waiting: z.number(),
      cancelled: z.number(),
      carers: z.number(),
      carersNeeded: z.number(),
    }),
  ),
})
export type Programme = z.infer<typeof programme>

export const listProgrammes = endpoint({
  method: 'GET',
  path: '/programmes',
  summary:
    'Programmes of a community and its neighbours in the township; staff also see drafts and what is over',
  query: z.object({
    community: communityCode,
    show: z.optional(z.enum(['current', 'all'])),
    cursor: z.optional(cursor),
  }),
  reply: z.object({ programmes: z.array(programmeSummary), next: z.nullable(cursor), now: instant }),
  problems: ['not_found'],
})

export const getProgramme = endpoint({
  method: 'GET',
  path: '/programmes/:id',
  summary: 'One programme with its rules, places and clock',
  params: idParams,
  reply: programme,
  problems: ['not_found'],
})

const planProblems = ['not_found', 'not_allowed', 'programme_plan_wrong'] as const

export const createProgramme = endpoint({
  method: 'POST',
  path: '/programmes',
  summary: 'Staff draft a term or holiday programme',
  body: z.object({ community: communityCode, ...plan }),
  reply: programme,
  status: 201,
  problems: [...planProblems, 'idempotency_key_reused'],
  repeatable: 'key',
})

export const changeProgramme = endpoint({
  // Not PATCH: wx.request and my.request cannot send it.
  method: 'POST',
  path: '/programmes/:id',
  summary: 'Change a draft: the whole plan is sent anew',
  params: idParams,
  body: z.object(plan),
  reply: programme,
  problems: [...planProblems, 'action_not_open'],
  repeatable: 'natural',
})

export const copyProgramme = endpoint({
  method: 'POST',
  path: '/programmes/:id/copy',
  summary: 'A new draft with the plan of an earlier programme, moved to a new first day',
  params: idParams,
  body: z.object({ startsOn: askedDay }),
  reply: programme,
  status: 201,
  problems: ['not_found', 'not_allowed', 'idempotency_key_reused'],
  repeatable: 'key',
})

const onProgramme = {
  method: 'POST',
  params: idParams,
  body: z.object({}),
  reply: programme,
  repeatable: 'key',
} as const
const stepProblems = ['not_found', 'not_allowed', 'action_not_open', 'idempotency_key_reused'] as const

export const publishProgramme = endpoint({
  ...onProgramme,
  path: '/programmes/:id/publish',
  summary:
    'Publish a draft: from now on its plan, its rules and, with a draw, the seed’s commitment are fixed',
  problems: [...stepProblems, 'programme_plan_wrong', 'carer_twice'],
})
export const closeProgramme = endpoint({
  ...onProgramme,
  path: '/programmes/:id/close',
  summary:
    'Close the sign-up (before its time, or after it); with a draw the list and its hash are published',
  problems: stepProblems,
})
export const drawProgramme = endpoint({
  ...onProgramme,
  path: '/programmes/:id/draw',
  summary: 'Reveal the seed and give the places in the order that list and seed make',
  problems: stepProblems,
})
export const cancelProgramme = endpoint({
  ...onProgramme,
  path: '/programmes/:id/cancel',
  summary:
    'Call a programme off; every family is told why, and of a draft, which none has seen, no reason is asked',
  body: z.object({ reason: z.optional(text(200)) }),
  problems: stepProblems,
})
