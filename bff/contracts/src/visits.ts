/** Visits to older people (docs/visits.md): who is due this month, what was met, and what was recorded without a network. */
import * as z from 'zod/mini'
import { askedInstant, day, divisionCode, id, idParams, instant, text } from './common'
import { endpoint } from './endpoint'
import { help } from './need-case'

export const visitWay = z.enum(['home', 'phone', 'video'])
export type VisitWay = z.infer<typeof visitWay>

/** What a visit came to; only `met` and `talked` count, and `met` is at home. */
export const visitOutcome = z.enum(['met', 'talked', 'not_home', 'hospital', 'refused', 'moved', 'died'])
export type VisitOutcome = z.infer<typeof visitOutcome>
/** The same, or that there was no such visit: a mistake of whoever recorded it. */
export const keptOutcome = z.enum([...visitOutcome.options, 'mistake'])
export type KeptOutcome = z.infer<typeof keptOutcome>

export const elderKind = z.enum(['hardship', 'alone', 'empty_nest', 'disabled', 'other'])
export type ElderKind = z.infer<typeof elderKind>

/** Where somebody stands in a month: each of the roster is in exactly one of these. */
export const standing = z.enum(['due', 'seen', 'hospital', 'refused'])
export type Standing = z.infer<typeof standing>

/** The most visits that are sent at once, and the longest note. */
export const visitsAtOnce = 50
export const visitNoteLength = 100
/** How many needs of one visit are opened at most. */
export const needsAtOnce = 3

const lastVisit = z.object({ at: instant, way: visitWay, outcome: visitOutcome })

export const rosterElder = z.object({
  id,
  community: divisionCode,
  communityName: z.string(),
  /** Whoever lives together has the same one. */
  household: id,
  kind: elderKind,
  name: z.string(),
  standing,
  /** Twice not at home within two days, and nobody has met or talked to them since. */
  urgent: z.boolean(),
  last: z.nullable(lastVisit),
})
export type RosterElder = z.infer<typeof rosterElder>

export const myElder = z.extend(rosterElder, {
  address: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  /** In the place of a colleague who is away. */
  covering: z.boolean(),
})
export type MyElder = z.infer<typeof myElder>

export const listMyElders = endpoint({
  method: 'GET',
  path: '/visits/mine',
  summary: 'Whom the visitor sees this month, what presses first; each reading is on record',
  reply: z.object({ today: day, elders: z.array(myElder) }),
})

const metAtHome = z.refine<{ way: VisitWay; outcome: KeptOutcome }>(
  ({ way, outcome }) => outcome !== 'met' || way === 'home',
  { error: 'met_at_home', path: ['outcome'] },
)

export const recordedVisit = z
  .object({
    /** Made by the device, once: whatever is sent again is kept once. */
    id,
    elderId: id,
    at: askedInstant,
    way: visitWay,
    outcome: visitOutcome,
    note: z.nullable(text(visitNoteLength)),
    /** What they said that they need a hand with: each opens a need for them. */
    needs: z.optional(z.array(help).check(z.maxLength(needsAtOnce))),
  })
  .check(
    metAtHome,
    z.refine(({ outcome, needs = [] }) => needs.length === 0 || outcome === 'met' || outcome === 'talked', {
      error: 'nobody_said',
      path: ['needs'],
    }),
  )
export type RecordedVisit = z.infer<typeof recordedVisit>

/** Why one of them was not kept. */
export const visitRefusal = z.enum([
  /** No such elder in the reader's reach. */
  'not_found',
  'in_future',
  /** Before the month before this one. */
  'too_old',
  /** They had moved away or died by then. */
  'elder_left',
  /** Something else has this id. */
  'id_taken',
])
export type VisitRefusal = z.infer<typeof visitRefusal>

export const recordVisits = endpoint({
  method: 'POST',
  path: '/visits',
  summary: 'Visits of a device, each kept once and answered on its own',
  body: z.object({
    visits: z.array(recordedVisit).check(z.minLength(1), z.maxLength(visitsAtOnce)),
  }),
  reply: z.object({
    results: z.array(z.object({ id, refused: z.nullable(visitRefusal), late: z.boolean() })),
  }),
  problems: ['idempotency_key_reused'],
  repeatable: 'key',
})

/** One row of what was recorded. */
export const keptVisit = z.object({
  id,
  at: instant,
  way: visitWay,
  outcome: keptOutcome,
  by: z.string(),
  note: z.nullable(z.string()),
  recordedAt: instant,
  /** Recorded after its month was over: beside the frozen figures. */
  late: z.boolean(),
  /** The row that this one takes the place of. */
  corrects: z.nullable(id),
  /** Another row has taken its place. */
  corrected: z.boolean(),
})
export type KeptVisit = z.infer<typeof keptVisit>

export const correctVisit = endpoint({
  method: 'POST',
  path: '/visits/:id/correction',
  summary: 'Appends what takes the place of a visit: another outcome, or that it was a mistake',
  params: idParams,
  body: z
    .object({ way: visitWay, outcome: keptOutcome, note: z.nullable(text(visitNoteLength)) })
    .check(metAtHome),
  reply: z.object({ visits: z.array(keptVisit) }),
  problems: ['not_found', 'action_not_open', 'idempotency_key_reused'],
  repeatable: 'key',
})
