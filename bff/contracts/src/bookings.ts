import * as z from 'zod/mini'
import { bookingDetail } from './booking-case'
import { noteText } from './case-base'
import { askedInstant, id, idParams, personName, text } from './common'
import { personServed } from './people'
import { endpoint } from './endpoint'
import { purpose } from './rooms'

/** What is asked of a room, by whoever books it or waits for it. */
const slotAsked = {
  roomId: id,
  startsAt: askedInstant,
  endsAt: askedInstant,
  purpose,
  attendees: z.number().check(z.multipleOf(1), z.minimum(1), z.maximum(5000)),
  note: z.optional(text(300)),
}
export const slotWish = {
  ...slotAsked,
  /** For the call-back, where the account has no name yet. */
  contactName: z.optional(personName),
}

export const endsAfterStart = z.refine<{ startsAt: string; endsAt: string }>(
  (b) => Date.parse(b.startsAt) < Date.parse(b.endsAt),
  { error: 'ends_before_start', path: ['endsAt'] },
)

/** What a room's own rules may refuse. */
export const slotRules = [
  'booking_outside_hours',
  'booking_closed',
  'booking_room_retired',
  'booking_off_step',
  'booking_too_short',
  'booking_too_long',
  'booking_in_past',
  'booking_too_soon',
  'booking_too_far',
  'booking_over_capacity',
  'booking_purpose_not_allowed',
] as const

export const requestBooking = endpoint({
  method: 'POST',
  path: '/bookings',
  summary: 'Ask for a room; the slot is held at once, and confirmed at once where approval is automatic',
  body: z.object(slotWish).check(endsAfterStart),
  reply: bookingDetail,
  status: 201,
  problems: [
    'not_found',
    'booking_slot_taken',
    'booking_already_yours',
    ...slotRules,
    'booking_quota_reached',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

/** For whom a room is mainly wanted: these come first in a line, each as much as the others (the plan's order). */
export const priorityGroup = z.enum(['elders', 'minors', 'disabled'])
export type PriorityGroup = z.infer<typeof priorityGroup>

export const waitForSlot = endpoint({
  method: 'POST',
  path: '/bookings/waits',
  summary: 'Wait in line for a taken slot; when it frees, the first in line gets it held for a while',
  body: z.object({ ...slotWish, mainlyFor: z.optional(priorityGroup) }).check(endsAfterStart),
  reply: bookingDetail,
  status: 201,
  problems: [
    'not_found',
    'slot_is_free',
    'booking_already_yours',
    'already_in_line',
    'line_is_long',
    ...slotRules,
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

const decisionProblems = ['not_found', 'not_allowed', 'action_not_open', 'idempotency_key_reused'] as const
const decision = { method: 'POST', params: idParams, reply: bookingDetail, repeatable: 'key' } as const
const saysWhy = z.object({ note: noteText })
const nothing = z.object({})

export const confirmBooking = endpoint({
  ...decision,
  path: '/bookings/:id/confirm',
  summary: 'Staff confirm a request',
  body: nothing,
  problems: [...decisionProblems, 'booking_old_begun'],
})
export const refuseBooking = endpoint({
  ...decision,
  path: '/bookings/:id/refuse',
  summary: 'Staff refuse with a reason, and may propose another room',
  body: z.extend(saysWhy, { alternativeRoomId: z.optional(id) }),
  problems: decisionProblems,
})
export const undoDecision = endpoint({
  ...decision,
  path: '/bookings/:id/undo',
  summary: 'Staff take their own decision back within ten seconds',
  body: nothing,
  problems: [
    ...decisionProblems,
    'undo_too_late',
    'booking_slot_taken',
    'booking_closed',
    'booking_week_full',
  ],
})
export const askSubject = endpoint({
  ...decision,
  path: '/bookings/:id/ask',
  summary: 'Staff ask for more information; the slot stays held',
  body: saysWhy,
  problems: decisionProblems,
})
export const supplementBooking = endpoint({
  ...decision,
  path: '/bookings/:id/supplement',
  summary: 'The resident adds information',
  body: saysWhy,
  problems: decisionProblems,
})
export const cancelBooking = endpoint({
  ...decision,
  path: '/bookings/:id/cancel',
  summary: 'The resident cancels, or staff cancel with a reason; the slot is free at once',
  body: z.object({ note: z.optional(noteText) }),
  problems: decisionProblems,
})
export const fileBooking = endpoint({
  method: 'POST',
  path: '/bookings/filed',
  summary:
    'Staff book for somebody at the counter or on the telephone, by the same rules; it is confirmed at once. Nobody needs an account.',
  body: z.object({ ...slotAsked, person: personServed }).check(endsAfterStart),
  reply: bookingDetail,
  status: 201,
  problems: [
    'not_found',
    'booking_slot_taken',
    ...slotRules,
    'booking_quota_reached',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})
export const rescheduleBooking = endpoint({
  ...decision,
  path: '/bookings/:id/reschedule',
  summary:
    'Another time for a booking: at once where nobody has to agree, else the new slot is held and the old one kept until staff agree. Staff may choose another room of the community, and say why.',
  body: z
    .object({
      /** Another room; staff only. */
      roomId: z.optional(id),
      startsAt: askedInstant,
      endsAt: askedInstant,
      note: z.optional(noteText),
    })
    .check(endsAfterStart),
  problems: [
    ...decisionProblems,
    'booking_same_time',
    'booking_change_open',
    'booking_slot_taken',
    ...slotRules,
    'booking_quota_reached',
  ],
})
export const completeBooking = endpoint({
  ...decision,
  path: '/bookings/:id/complete',
  summary:
    'Staff say that the use is over and the room is clean (the clock does it when the cleaning time is over)',
  body: nothing,
  problems: decisionProblems,
})
