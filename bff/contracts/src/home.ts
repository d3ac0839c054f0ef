import * as z from 'zod/mini'
import { caseSummary } from './cases'
import { communityCode, id, instant } from './common'
import { placedDivision } from './divisions'
import { endpoint } from './endpoint'
import { notice } from './notices'
import { left } from './rooms'

const homeRooms = z.object({
  total: z.number(),
  freeToday: z.number(),
  left,
  /** When the last of those that are open just now closes. */
  openUntil: z.nullable(instant),
})
export type HomeRooms = z.infer<typeof homeRooms>

const comingProgramme = z.object({
  ...{ id, name: z.string(), capacity: z.number() },
  ...{ opensAt: instant, closesAt: instant },
})
export type ComingProgramme = z.infer<typeof comingProgramme>

const missingChild = z.object({
  childId: id,
  nickname: z.string(),
  startsAt: instant,
  /** Of the community that looks after it. */
  phone: z.nullable(z.string()),
})
export type MissingChild = z.infer<typeof missingChild>

export const getHome = endpoint({
  method: 'GET',
  path: '/home/:community',
  summary:
    'All that the home page needs in one answer; the personal parts are null or empty when nobody is signed in',
  params: z.object({ community: communityCode }),
  reply: z.object({
    community: placedDivision,
    /** How many rooms can still be booked today; when none can, why. */
    rooms: homeRooms,
    /** Care programmes that can be signed up for, or soon. */
    programmes: z.number(),
    /** Of those the next to open, or else the next to close; the community's own first. */
    coming: z.nullable(comingProgramme),
    /** An offer or a verdict that waits for the reader's answer, else the soonest of what they have or wait for. */
    next: z.nullable(caseSummary),
    /** Beside that, the first of the lines in which the reader stands, and the place in it: 1 is next. */
    queued: z.nullable(z.object({ one: caseSummary, place: z.number() })),
    notices: z.array(notice),
    unread: z.number(),
    /** The newest of what the reader has to see to at once, and how many there are: not taken yet, or taken by the reader. */
    alert: z.nullable(z.object({ id, waiting: z.number() })),
    /** What waits for the reader's decision, when the reader is staff. */
    deskWaiting: z.nullable(z.number()),
    /** The reader's children who are expected in care just now and neither came nor were excused. */
    missing: z.array(missingChild),
  }),
  problems: ['not_found'],
})
