/** Who comes to a room, and what becomes of one to which nobody came (docs/bookings.md). */
import * as z from 'zod/mini'
import { bookingDetail } from './booking-case'
import { empty, id, idParams } from './common'
import { endpoint } from './endpoint'

/** So many minutes before the start somebody can check in. */
export const doorOpensBefore = 15
/** So many minutes after the start a room is kept for whoever has not come. */
export const waitedFor = 15

/** Which room, and by which of its codes: signed, and the same until staff take another one. */
export const doorCode = z.string().check(z.regex(/^[\w-]{40}$/))

export const checkInAtDoor = endpoint({
  method: 'POST',
  path: '/check-ins',
  summary:
    'Whoever has a booking in this room now says that they are there, by the code at its door; said twice it is said once',
  body: z.object({ code: doorCode }),
  reply: bookingDetail,
  problems: [
    'door_code_unknown',
    'check_in_early',
    'check_in_over',
    'check_in_pending',
    'check_in_released',
    'check_in_elsewhere',
    'check_in_none',
    'action_not_open',
  ],
  repeatable: 'natural',
})

const decision = {
  method: 'POST',
  params: idParams,
  body: empty,
  reply: bookingDetail,
  repeatable: 'key',
} as const
const decisionProblems = ['not_found', 'not_allowed', 'action_not_open', 'idempotency_key_reused'] as const

export const checkInBooking = endpoint({
  ...decision,
  path: '/bookings/:id/check-in',
  summary: 'Staff say that somebody came',
  problems: decisionProblems,
})
export const uncheckBooking = endpoint({
  ...decision,
  path: '/bookings/:id/uncheck',
  summary: 'Staff take a check-in back, whoever said it',
  problems: decisionProblems,
})
export const releaseBooking = endpoint({
  ...decision,
  path: '/bookings/:id/release',
  summary:
    'Nobody came within a quarter of an hour: staff give the rest of the slot to the line, or to whoever asks. It can be taken back while nobody else has it; nothing is counted against anybody.',
  problems: decisionProblems,
})

export const regainBooking = endpoint({
  ...decision,
  path: '/bookings/:id/regain',
  summary: 'They came after all: staff give the room back, while nobody else has it',
  problems: [...decisionProblems, 'booking_slot_taken', 'booking_closed', 'booking_week_full'],
})

export const roomDoor = z.object({
  roomId: id,
  roomName: z.string(),
  facilityName: z.string(),
  communityName: z.string(),
  floor: z.nullable(z.string()),
  /** Which of the codes it is: the one before counts no more. */
  number: z.int(),
  code: doorCode,
  /** What the picture says: a camera opens it. */
  link: z.string(),
})
export type RoomDoor = z.infer<typeof roomDoor>

export const readDoor = endpoint({
  method: 'GET',
  path: '/rooms/:id/door',
  summary: 'The code for the door of a room, to be printed by those who run it',
  params: idParams,
  reply: roomDoor,
  problems: ['not_found'],
})
export const renewDoor = endpoint({
  method: 'POST',
  path: '/rooms/:id/door/renew',
  summary:
    'The code at the door counts no more, and another one does; of two who press at once both read the same',
  params: idParams,
  body: z.object({ number: z.int().check(z.minimum(1), z.maximum(65_534)) }),
  reply: roomDoor,
  problems: ['not_found'],
  repeatable: 'natural',
})
