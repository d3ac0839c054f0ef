/** The rooms of a division over time, for those who run them and those who watch (docs/board.md). */
import * as z from 'zod/mini'
import { bookingState } from './booking-case'
import { askedDay, cursor, day, divisionCode, id, instant, period, queryCount } from './common'
import { closureKind } from './closures'
import { endpoint } from './endpoint'
import { purpose, roomKind } from './rooms'

/** How many days are shown at once, and how many rooms an answer has at most. */
export const boardDays = 7
export const boardRooms = 200

/** A booking that takes, or took, the room, or to which nobody came. Nobody is named: a name is read in the case, on record. */
export const boardBlock = z.object({
  caseId: id,
  state: bookingState,
  startsAt: instant,
  endsAt: instant,
  /** When the cleaning after it is over. */
  freeAt: instant,
  purpose,
  attendees: z.int(),
  /** By when staff owe an answer; null where they owe none. */
  dueAt: z.nullable(instant),
  overdue: z.boolean(),
  /** It is a wish for another time: what it replaces is kept until staff agree. */
  wish: z.boolean(),
  /** How many wait in line for this time. */
  waiting: z.int(),
  /** Which week of how many it is, where several were asked for together. */
  series: z.nullable(z.object({ n: z.int(), of: z.int() })),
})
export type BoardBlock = z.infer<typeof boardBlock>

export const boardClosure = z.object({
  id,
  startsAt: instant,
  endsAt: instant,
  reason: z.string(),
  kind: closureKind,
  /** It is one of several that were made together. */
  repeats: z.boolean(),
})
export type BoardClosure = z.infer<typeof boardClosure>

export const boardRoom = z.object({
  id,
  name: z.string(),
  kind: roomKind,
  facilityName: z.string(),
  community: divisionCode,
  communityName: z.string(),
  capacity: z.int(),
  purposes: z.array(purpose),
  slotMinutes: z.int(),
  minMinutes: z.int(),
  /** It is given to nobody any more; what stands in it is shown. */
  retired: z.boolean(),
  /** When it is open on each of the days, in order; none where it is shut. */
  open: z.array(z.object({ day, spans: z.array(period) })),
  /** In order of their start. */
  blocks: z.array(boardBlock),
  closures: z.array(boardClosure),
})
export type BoardRoom = z.infer<typeof boardRoom>

/** What a week shows of a room: how full each day is. Nothing in it is chosen, so nothing in it is told apart. */
export const boardWeekRoom = z.object({
  ...z.pick(boardRoom, {
    ...{ id: true, name: true, facilityName: true, communityName: true, capacity: true, retired: true },
    open: true,
  }).shape,
  blocks: z.array(z.pick(boardBlock, { state: true, startsAt: true, endsAt: true, overdue: true })),
  closures: z.array(z.pick(boardClosure, { startsAt: true, endsAt: true })),
})
export type BoardWeekRoom = z.infer<typeof boardWeekRoom>

/** How many rooms can be asked for by name. */
export const boardAsk = 50

/** Ids, with commas between them. */
const boardRoomIds = z
  .pipe(
    z.string().check(z.maxLength(boardAsk * 37)),
    z.transform((words) => words.split(',')),
  )
  .check(z.refine((ids) => ids.length <= boardAsk && ids.every((one) => id.safeParse(one).success)))

const asked = {
  /** The first day; today when it is not said. */
  from: z.optional(askedDay),
  days: z.optional(queryCount(boardDays)),
  /** Only these rooms, e.g. because something changed in them. */
  rooms: z.optional(boardRoomIds),
  cursor: z.optional(cursor),
}
const told = {
  next: z.nullable(cursor),
  from: day,
  now: instant,
  /** The reader works here, and does not only watch. */
  canManage: z.boolean(),
}

export const readBoard = endpoint({
  method: 'GET',
  path: '/divisions/:division/board',
  summary:
    'Rooms of a division as rows: when each is open, taken, asked for, cleaned or closed; for staff and supervisors',
  params: z.object({ division: divisionCode }),
  query: z.object(asked),
  reply: z.object({ rooms: z.array(boardRoom), ...told }),
  problems: ['not_found'],
})

export const readBoardWeek = endpoint({
  method: 'GET',
  path: '/divisions/:division/board/week',
  summary: 'How full the rooms of a division are on each of seven days, without what takes them',
  params: z.object({ division: divisionCode }),
  query: z.object(asked),
  reply: z.object({ rooms: z.array(boardWeekRoom), ...told }),
  problems: ['not_found'],
})

/** What is told of a board while it is open; a stream of events (`text/event-stream`). */
export const boardChanged = z.object({ rooms: z.array(id) })

export const watchBoard = endpoint({
  method: 'GET',
  path: '/divisions/:division/board/events',
  summary:
    'Tells that something changed in rooms of a board, and never what: `rooms` with their ids, `all` where anything may have been missed',
  params: z.object({ division: divisionCode }),
  reply: z.object({}),
  gives: 'events',
  problems: ['not_found'],
})
