import * as z from 'zod/mini'
import { cursor, day, divisionCode, id, instant, text } from './common'
import { endpoint } from './endpoint'

/** Every service is one of these (docs/product.md › Rule 1); later issues add theirs. */
export const caseType = z.enum(['booking', 'enrolment', 'follow_up'])
export type CaseType = z.infer<typeof caseType>

/** In which capacity the actor filed or acted. `system` is the clock. */
export const actorRole = z.enum(['self', 'proxy', 'staff', 'system'])
export type ActorRole = z.infer<typeof actorRole>

/**
 * The states of all types; each type's table says which it knows. `entered` waits for a draw, `waiting` stands in a
 * line, `held` is an offer of the line, `lapsed` is an offer that was not taken or a line that ended. The last seven are
 * those of a follow-up, from the first call to the rater's verdict or its review.
 */
export const caseState = z.enum([
  'entered',
  'waiting',
  'held',
  'pending',
  'confirmed',
  'refused',
  'cancelled',
  'lapsed',
  'completed',
  'contacting',
  'rectifying',
  'informing',
  'verdict',
  'reviewing',
  'closed',
  'overturned',
])
export type CaseState = z.infer<typeof caseState>

/** The states in which a booking keeps its slot: the exclusion constraint names the same three. */
export const liveStates: readonly CaseState[] = ['held', 'pending', 'confirmed']

/** The states that something can still follow. */
export const openStates: readonly CaseState[] = [
  'entered',
  'waiting',
  ...liveStates,
  'contacting',
  'rectifying',
  'informing',
  'verdict',
  'reviewing',
]

export const caseAction = z.enum([
  'request',
  'see',
  'confirm',
  'refuse',
  'undo',
  'ask',
  'supplement',
  'cancel',
  'complete',
  'escalate',
  'offer',
  'accept',
  'decline',
  'leave',
  'lapse',
  'move',
  'draw',
  'attempt',
  'contact',
  'extend',
  'rectify',
  'return',
  'tell',
  'appeal',
  'uphold',
  'overturn',
  'again',
  'conclude',
  'approve',
  'object',
  'disclose',
  'erase',
])
export type CaseAction = z.infer<typeof caseAction>

/** Who acts: the person served or who filed (`party`), staff in whose scope the community lies, or the clock. */
export const caseSide = z.enum(['party', 'staff', 'system'])
export type CaseSide = z.infer<typeof caseSide>

/** One line of the timeline. `by` is a name that the reader may know (staff on duty), never a resident's. */
export const caseEvent = z.object({
  at: instant,
  action: caseAction,
  from: z.nullable(z.string()),
  to: z.string(),
  side: caseSide,
  by: z.nullable(z.string()),
  /** A reason, a question or an answer, as written. */
  note: z.nullable(z.string()),
  /** A room that staff proposed in place of this one. */
  alternativeRoomId: z.nullable(id),
})
export type CaseEvent = z.infer<typeof caseEvent>

/** What a list shows of a case: nothing tagged, ever. */
export const caseSummary = z.object({
  id,
  /** Readable, e.g. `CD-261123-000427`. */
  number: z.string(),
  type: caseType,
  state: caseState,
  community: divisionCode,
  communityName: z.string(),
  /** Whose turn it is, in the open states. */
  waitingFor: z.enum(['staff', 'party', 'nobody']),
  dueAt: z.nullable(instant),
  overdue: z.boolean(),
  /** The township has been told that nobody answered in time. */
  escalated: z.boolean(),
  createdAt: instant,
  /** Of an offer: until when it is kept for its person. */
  heldUntil: z.nullable(instant),
  booking: z.nullable(
    z.object({
      roomId: id,
      roomName: z.string(),
      facilityName: z.string(),
      startsAt: instant,
      endsAt: instant,
      purpose: z.string(),
      attendees: z.number(),
    }),
  ),
  enrolment: z.nullable(
    z.object({
      programmeId: id,
      programmeName: z.string(),
      childId: id,
      /** What the guardian calls the child here; only guardians see it. */
      nickname: z.nullable(z.string()),
      /** First and last day. */
      startsOn: day,
      endsOn: day,
      /** The first session begins; on the home page the next one. */
      startsAt: instant,
      /** Public number in a draw. */
      drawNumber: z.nullable(z.number()),
    }),
  ),
  /** Of the follow-up of a rating: what was rated. */
  followUp: z.nullable(z.object({ ratedId: id, title: z.string(), grade: z.string() })),
})
export type CaseSummary = z.infer<typeof caseSummary>

export const caseDetail = z.extend(caseSummary, {
  /** Is the reader the person served (or who filed), or staff? */
  readAs: z.enum(['party', 'staff']),
  /** Its places, from 0, never change: nothing is put between and nothing goes. */
  timeline: z.array(
    z.extend(caseEvent, {
      /** The reader may have the words of this event erased, because they name or tell of somebody. */
      canErase: z.boolean(),
    }),
  ),
  /** The buttons to show: what this reader may do now. */
  can: z.array(caseAction),
  /** Staff may read the subject's name and telephone now (it leaves a record). */
  canReadContact: z.boolean(),
  /** Until when the reader may take a decision back. */
  undoUntil: z.nullable(instant),
  note: z.nullable(z.string()),
  bufferMinutes: z.number(),
  address: z.string(),
  /** Who opens the door: only once it is confirmed. */
  keeper: z.nullable(z.object({ name: z.string(), phone: z.string() })),
  communityPhone: z.nullable(z.string()),
  /** For the person served, once it is finished: until when it can be rated, and whether it has been. */
  rating: z.nullable(z.object({ until: instant, rated: z.boolean(), open: z.boolean() })),
})
export type CaseDetail = z.infer<typeof caseDetail>

const caseList = z.object({ cases: z.array(caseSummary), next: z.nullable(cursor) })

export const listMyCases = endpoint({
  method: 'GET',
  path: '/cases',
  summary: '我的办件: my cases of every type, newest first',
  query: z.object({
    show: z.optional(z.enum(['open', 'done', 'all'])),
    type: z.optional(caseType),
    cursor: z.optional(cursor),
  }),
  reply: caseList,
})

export const getCase = endpoint({
  method: 'GET',
  path: '/cases/:id',
  summary: 'One case with its timeline and what the reader may do',
  params: z.object({ id }),
  reply: caseDetail,
  problems: ['not_found'],
})

export const readContact = endpoint({
  method: 'GET',
  path: '/cases/:id/contact',
  summary: "The subject's name and telephone, for staff with an open case; leaves an access record",
  params: z.object({ id }),
  reply: z.object({ name: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  problems: ['not_found', 'contact_not_justified'],
})

export const deskKind = z.enum(['waiting', 'overdue', 'asked', 'today', 'done'])
export type DeskKind = z.infer<typeof deskKind>

export const deskList = endpoint({
  method: 'GET',
  path: '/desk/cases',
  summary:
    'What waits for staff in a division, by due time; `today` takes place today, `done` ended in the last 30 days',
  query: z.object({
    division: divisionCode,
    show: z.optional(deskKind),
    cursor: z.optional(cursor),
  }),
  reply: z.extend(caseList, {
    counts: z.object({
      waiting: z.number(),
      overdue: z.number(),
      asked: z.number(),
      today: z.number(),
    }),
  }),
  problems: ['not_found'],
})

/** A reason or a question, in the writer's words. */
export const noteText = text(300)
