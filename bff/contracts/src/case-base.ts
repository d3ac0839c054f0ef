/** What every case is, whatever its service: the spine knows this and no more (docs/architecture.md › The spine). */
import * as z from 'zod/mini'
import { divisionCode, id, instant, text } from './common'

/** In which capacity the actor filed or acted. `system` is the clock. */
export const actorRole = z.enum(['self', 'proxy', 'staff', 'system'])
export type ActorRole = z.infer<typeof actorRole>

/** Who acts: the person served or who filed (`party`), staff in whose scope the community lies, or the clock. */
export const caseSide = z.enum(['party', 'staff', 'system'])
export type CaseSide = z.infer<typeof caseSide>

/** Whose turn it is. */
export const waitingFor = z.enum(['staff', 'party', 'nobody'])
export type WaitingFor = z.infer<typeof waitingFor>

/** A state and an action are words of their service: its table says which there are. */
export const caseState = z.string().check(z.regex(/^[a-z][a-z_]*$/))
export type CaseState = string
export const caseAction = z.string().check(z.regex(/^[a-z][a-z_]*$/))
export type CaseAction = string

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
})
export type CaseEvent = z.infer<typeof caseEvent>

/** What a list shows of any case: nothing tagged, ever. Each service adds its `type`, its `state` and its `facts`. */
export const caseBase = z.object({
  id,
  /** Readable, e.g. `CD-261123-000427`. */
  number: z.string(),
  community: divisionCode,
  communityName: z.string(),
  /** What it is about, e.g. the room; empty for whom that is not told. */
  title: z.string(),
  /** From when to when it takes place; null where that is not agreed. */
  startsAt: z.nullable(instant),
  endsAt: z.nullable(instant),
  /** Whose turn it is, in the open states. */
  waitingFor,
  dueAt: z.nullable(instant),
  overdue: z.boolean(),
  /** The level above has been told that nobody answered in time. */
  escalated: z.boolean(),
  createdAt: instant,
  /** When the present state is over by the clock, e.g. an offer that is kept for its person. */
  lapsesAt: z.nullable(instant),
  /** Of a case that is for a child: the child, and what its guardian calls it here; only guardians see these. */
  childId: z.nullable(id),
  nickname: z.nullable(z.string()),
})
export type CaseBase = z.infer<typeof caseBase>

/** What the page of a case shows beside. */
export const detailBase = {
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
  communityPhone: z.nullable(z.string()),
  /** For the person served, once it is finished: until when it can be rated, and whether it has been. */
  rating: z.nullable(z.object({ until: instant, rated: z.boolean(), open: z.boolean() })),
}

/** A service of a deployment's own, which this contract does not know: its names begin with `x_`. */
export const ownName = z.string().check(z.regex(/^x_[a-z_]+$/)) as unknown as z.ZodMiniType<
  `x_${string}`,
  `x_${string}`
>

/** A reason or a question, in the writer's words. */
export const noteText = text(300)
