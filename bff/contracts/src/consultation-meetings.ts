/** Reaching whoever asked, and meeting them. */
import * as z from 'zod/mini'
import { empty, id, idParams, instant } from './common'
import { consultationDetail } from './consultation-case'
import { attemptOutcome, meetingKind } from './consultation-thread'
import { refusals, write } from './consultation-write'
import { endpoint } from './endpoint'

export const recordAttempt = endpoint({
  ...write,
  path: '/consultations/:id/attempts',
  summary: 'The adviser tried to call; after three in vain the community is asked to bring word',
  body: z.object({ outcome: attemptOutcome }),
})

const span = z.object({ startsAt: instant, endsAt: instant })
export const offerTimes = endpoint({
  ...write,
  path: '/consultations/:id/appointments',
  summary: 'The adviser offers up to five times, in place of those offered before',
  body: z.object({
    kind: meetingKind,
    stationId: z.nullable(id),
    /** `https`, for a video meeting. */
    link: z.nullable(z.string().check(z.maxLength(500), z.regex(/^https:\/\/[^\s<>"]+$/))),
    times: z.array(span).check(z.minLength(1), z.maxLength(5)),
  }),
  problems: [...refusals, 'adviser_busy', 'station_taken'],
})
export const takeTime = endpoint({
  method: 'POST',
  path: '/consultation-appointments/:id/take',
  summary: 'The person takes one of the times; the one they had is given back in the same moment',
  params: idParams,
  body: empty,
  reply: consultationDetail,
  problems: [...refusals, 'time_gone'],
  repeatable: 'key',
})
export const giveTimeBack = endpoint({
  method: 'POST',
  path: '/consultation-appointments/:id/cancel',
  summary: 'Either side calls an appointment off',
  params: idParams,
  body: empty,
  reply: consultationDetail,
  problems: refusals,
  repeatable: 'key',
})
export const readCalendar = endpoint({
  method: 'GET',
  path: '/consultation-appointments/:id/calendar',
  summary: 'A calendar file (iCalendar) that names nothing: an appointment, its time and place',
  params: idParams,
  reply: z.object({ name: z.string(), calendar: z.string() }),
  problems: ['not_found'],
})

export const readPersonsPhone = endpoint({
  method: 'GET',
  path: '/consultations/:id/phone',
  summary:
    'The person’s telephone, for the adviser, where the person said that they may be called; leaves a record',
  params: idParams,
  reply: z.object({ phone: z.nullable(z.string()) }),
  problems: ['not_found', 'contact_not_justified'],
})

// ---- the adviser's own pages
