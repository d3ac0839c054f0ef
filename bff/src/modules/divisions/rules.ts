/** Settings a division may change, with the prefecture's defaults (docs/product.md › Rule 5). */
import * as z from 'zod/mini'

const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** Spans in order, so that a day of them always holds some time. */
const hours = z.array(z.tuple([time, time])).check(
  z.minLength(1),
  z.refine((spans) => spans.flat().every((at, n, all) => n === 0 || (all[n - 1] ?? '') < at)),
)

const date = z.iso.date()
const monthDay = z.int().check(z.minimum(1), z.maximum(28))
const workingDays = z.number().check(z.positive(), z.maximum(60))

export const settings = {
  /** Office hours of a working day. */
  office_hours: z._default(hours, [
    ['08:30', '12:00'],
    ['14:00', '17:30'],
  ]),
  /** Working hours in which staff answer a booking request. */
  booking_answer_hours: z._default(z.number().check(z.positive(), z.maximum(80)), 4),
  /** Bookings of one person that start in one week. */
  booking_quota_per_week: z._default(z.int().check(z.minimum(1), z.maximum(1_000_000)), 4),
  /** How long an offer of a waiting line is kept by day, in hours (docs/product.md › Rooms). */
  offer_hours: z._default(z.number().check(z.positive(), z.maximum(48)), 2),
  /** Between these times of day, and if the start is far enough away; else until the next morning. */
  offer_day: z._default(z.tuple([time, time]), ['08:00', '21:00']),
  offer_far_hours: z._default(z.number().check(z.positive(), z.maximum(240)), 24),
  offer_morning: z._default(time, '10:00'),
  /** An offer that could not be kept for so many minutes is not made. */
  offer_least_minutes: z._default(z.int().check(z.minimum(1), z.maximum(240)), 15),
  /** People who may wait for one room on one day. */
  line_room_limit: z._default(z.int().check(z.minimum(1), z.maximum(10_000)), 30),
  /** Children in one class, and children to one carer (docs/product.md › After-school care). */
  care_class_cap: z._default(z.int().check(z.minimum(1), z.maximum(200)), 40),
  care_children_per_carer: z._default(z.int().check(z.minimum(1), z.maximum(100)), 10),
  /** Minutes after a session's start at which a child that is neither there nor excused is missed. */
  care_missing_minutes: z._default(z.int().check(z.minimum(1), z.maximum(120)), 10),
  /** Minutes after a session's end at which a child still there is told of, step by step. */
  care_late_minutes: z._default(z.tuple([z.int(), z.int(), z.int()]), [15, 30, 60]),
  /** Minutes after which an alert that nobody has taken goes to the community's staff, and to the township. */
  care_alert_minutes: z._default(z.tuple([z.int(), z.int()]), [5, 15]),
  /** Days for which health notes are kept after the child's last care, and everything about an unused child. */
  keep_health_days: z._default(z.int().check(z.minimum(1), z.maximum(3650)), 30),
  keep_child_days: z._default(z.int().check(z.minimum(30), z.maximum(3650)), 730),
  /**
   * Days off and make-up days (调休) that the State Council has announced and the calendar's library does not know yet;
   * what stands here wins.
   */
  calendar_days: z._default(z.object({ off: z.array(date), on: z.array(date) }), { off: [], on: [] }),
  /** Days after which somebody who has not rated is invited, once; and for how long a case can be rated. */
  rating_invite_days: z._default(z.int().check(z.minimum(1), z.maximum(30)), 3),
  rating_open_days: z._default(z.int().check(z.minimum(7), z.maximum(365)), 30),
  /** Working days of a follow-up: first contact, put right, the hard stop, a review (docs/product.md › Ratings). */
  follow_up_contact_days: z._default(workingDays, 1),
  follow_up_rectify_days: z._default(workingDays, 5),
  follow_up_stop_days: z._default(workingDays, 15),
  follow_up_review_days: z._default(workingDays, 5),
  /** Working days of a legal consultation: the first answer, and the receipt of what is handed over. */
  consultation_answer_days: z._default(workingDays, 2),
  consultation_receipt_days: z._default(workingDays, 2),
  /** Hours after which an urgent one that nobody opened goes to somebody else. */
  consultation_unopened_hours: z._default(z.int().check(z.minimum(1), z.maximum(240)), 24),
  /** Days after which an answer that nobody reacts to ends it, and for which its person can then ask on. */
  consultation_ask_on_days: z._default(z.int().check(z.minimum(1), z.maximum(365)), 14),
  /** Open consultations of one person. */
  consultations_open_most: z._default(z.int().check(z.minimum(1), z.maximum(100)), 5),
  /** Working days within which staff say who comes to help, or ask whether somebody was helped. */
  need_answer_days: z._default(workingDays, 1),
  /** Open ones of one person. */
  needs_open_most: z._default(z.int().check(z.minimum(1), z.maximum(100)), 5),
  /** Different homes that a volunteer reads within a day. */
  homes_read_most: z._default(z.int().check(z.minimum(1), z.maximum(100)), 6),
  /** Tasks that are proposed to one volunteer: open at once, and within a week by one community. */
  proposals_open_most: z._default(z.int().check(z.minimum(1), z.maximum(20)), 3),
  proposals_week_most: z._default(z.int().check(z.minimum(1), z.maximum(20)), 2),
  /** Working days within which staff say whether somebody is a volunteer. */
  volunteer_answer_days: z._default(workingDays, 3),
  /** Working days within which the organiser confirms the hours of a volunteer. */
  hours_confirm_days: z._default(workingDays, 10),
  /** Days for which the words of a rating are kept. */
  keep_rating_text_days: z._default(z.int().check(z.minimum(30), z.maximum(3650)), 730),
  /** Days for which what was said in a legal consultation is kept after its end: as long as a civil claim lasts (Civil Code, art. 188). */
  keep_legal_days: z._default(z.int().check(z.minimum(30), z.maximum(3650)), 1095),
  /** Days for which what somebody needed a hand with is kept after its end. */
  keep_need_days: z._default(z.int().check(z.minimum(1), z.maximum(3650)), 180),
  /** Days of a month on which those who are not yet seen are told of: to visitors and staff, the township, the county. */
  visit_days: z._default(z.tuple([monthDay, monthDay, monthDay]), [20, 25, 28]),
  /** Days for which a visit's note is kept, and what is written of an elder who moved away or died. */
  keep_visit_days: z._default(z.int().check(z.minimum(60), z.maximum(3650)), 365),
  /** Uploads that one account may begin in a day. */
  files_per_day: z._default(z.int().check(z.minimum(1), z.maximum(10_000)), 60),
} as const

export type Settings = { [Key in keyof typeof settings]: z.output<(typeof settings)[Key]> }

/** What applies where no division has set anything. */
export const defaults = (): Settings =>
  Object.fromEntries(
    Object.entries(settings).map(([key, schema]) => [key, schema.parse(undefined)]),
  ) as Settings
