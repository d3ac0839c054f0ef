import * as z from 'zod/mini'
import { caseSummary } from './cases'
import { communityCode, id } from './common'
import { placedDivision } from './divisions'
import { endpoint } from './endpoint'
import { notice } from './notices'
import { left } from './rooms'

export const getHome = endpoint({
  method: 'GET',
  path: '/home/:community',
  summary:
    'All that the home page needs in one answer; the personal parts are null or empty when nobody is signed in',
  params: z.object({ community: communityCode }),
  reply: z.object({
    community: placedDivision,
    /** How many rooms can still be booked today; when none can, why. */
    rooms: z.object({ total: z.number(), freeToday: z.number(), left }),
    /** Care programmes that can be signed up for, or soon. */
    programmes: z.number(),
    /** An offer or a verdict that waits for the reader's answer, else the soonest of what they have or wait for. */
    next: z.nullable(caseSummary),
    notices: z.array(notice),
    unread: z.number(),
    /** The newest of what the reader has to see to at once, and how many there are: not taken yet, or taken by the reader. */
    alert: z.nullable(z.object({ id, waiting: z.number() })),
    /** What waits for the reader's decision, when the reader is staff. */
    deskWaiting: z.nullable(z.number()),
  }),
  problems: ['not_found'],
})
