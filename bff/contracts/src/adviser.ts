/** An adviser's own pages: a queue by due time, hours, days away, a work log; not a word of what was asked. */
import * as z from 'zod/mini'
import { askedDay, cursor, day, empty, id, idParams, instant, text } from './common'
import { consultationDetail } from './consultation-case'
import { handedPart, meetingKind, referralKind } from './consultation-thread'
import { refusals, write } from './consultation-write'
import { endpoint } from './endpoint'

export const passOn = endpoint({
  ...write,
  path: '/consultations/:id/pass-on',
  summary: 'The adviser gives it back to the desk, which finds somebody else; nobody is told why',
  body: empty,
  reply: empty,
})

const handled = z.object({
  id,
  number: z.string(),
  communityName: z.string(),
  state: consultationDetail.shape.state,
  urgent: z.boolean(),
  createdAt: instant,
  dueAt: z.nullable(instant),
  overdue: z.boolean(),
  /** Lines that the reader has not read. */
  unread: z.int(),
  nextMeeting: z.nullable(instant),
})
export type HandledConsultation = z.infer<typeof handled>

/** `mine`: what I work on; `desk`: what my desks have and nobody works on; `handed`: what waits for my receipt. */
export const adviserList = z.enum(['mine', 'desk', 'handed', 'done'])
export type AdviserList = z.infer<typeof adviserList>

export const listHandled = endpoint({
  method: 'GET',
  path: '/adviser/consultations',
  summary: 'An adviser’s queue by due time: number, state and due time, and not a word of what was asked',
  query: z.object({ show: z.optional(adviserList), cursor: z.optional(cursor) }),
  reply: z.object({
    consultations: z.array(
      z.extend(handled, {
        /** Of what waits for a receipt: the referral, its kind and what comes with it. */
        referral: z.nullable(
          z.object({ id, kind: referralKind, parts: z.array(handedPart), dueAt: instant }),
        ),
      }),
    ),
    counts: z.object({ mine: z.int(), desk: z.int(), handed: z.int() }),
    next: z.nullable(cursor),
  }),
  problems: ['not_found'],
})

export const takeConsultation = endpoint({
  ...write,
  path: '/consultations/:id/assign',
  summary: 'An adviser of the desk takes what nobody works on',
  body: empty,
  problems: [...refusals, 'adviser_not_free'],
})

/** Minutes of a day, from 0 to 1440. */
const minute = z.int().check(z.minimum(0), z.maximum(1440))
const duty = z.object({
  /** 1 (Monday) to 7. */
  weekday: z.int().check(z.minimum(1), z.maximum(7)),
  from: minute,
  to: minute,
})
export type DutyHours = z.infer<typeof duty>
const away = z.object({ id, from: day, to: day })

const adviserSelf = z.object({
  /** Empty: on duty in office hours. */
  duties: z.array(duty),
  away: z.array(away),
  openings: z.array(z.object({ id, words: z.string() })),
  stations: z.array(z.object({ id, name: z.string(), address: z.string() })),
  /** Open matters, of me and of the others of my desks: so that nobody carries all. */
  load: z.array(z.object({ name: z.string(), open: z.int(), urgent: z.int(), me: z.boolean() })),
  /** What is taken from today on, for the calendar. */
  meetings: z.array(
    z.object({
      id,
      caseId: id,
      number: z.string(),
      kind: meetingKind,
      startsAt: instant,
      endsAt: instant,
      place: z.nullable(z.string()),
    }),
  ),
})
export type AdviserSelf = z.infer<typeof adviserSelf>

export const getAdviser = endpoint({
  method: 'GET',
  path: '/adviser',
  summary: 'My duty hours, days away, openings, stations, meetings, and the load of my desks',
  reply: adviserSelf,
  problems: ['not_found'],
})
export const setDuty = endpoint({
  method: 'POST',
  path: '/adviser/duty',
  summary: 'My duty hours by weekday, in place of those before',
  body: z.object({ duties: z.array(duty).check(z.maxLength(21)) }),
  reply: adviserSelf,
  problems: ['not_found'],
  repeatable: 'natural',
})
export const addAway = endpoint({
  method: 'POST',
  path: '/adviser/away',
  summary: 'Days away: what waits for me then goes to somebody else',
  body: z.object({ from: askedDay, to: askedDay }),
  reply: adviserSelf,
  status: 201,
  problems: ['not_found', 'idempotency_key_reused'],
  repeatable: 'key',
})
export const removeAway = endpoint({
  method: 'DELETE',
  path: '/adviser/away/:id',
  summary: 'I am there after all',
  params: idParams,
  reply: adviserSelf,
  problems: ['not_found'],
  repeatable: 'natural',
})
export const addOpening = endpoint({
  method: 'POST',
  path: '/adviser/openings',
  summary: 'A canned opening of one’s own, to begin an answer with',
  body: z.object({ words: text(300) }),
  reply: adviserSelf,
  status: 201,
  problems: ['not_found', 'idempotency_key_reused'],
  repeatable: 'key',
})
export const removeOpening = endpoint({
  method: 'DELETE',
  path: '/adviser/openings/:id',
  summary: 'Remove one of them',
  params: idParams,
  reply: adviserSelf,
  problems: ['not_found'],
  repeatable: 'natural',
})

export const readWorkLog = endpoint({
  method: 'GET',
  path: '/adviser/work-log',
  summary: '工作台账 of one month, made from the records: what was done and when, never what was said',
  query: z.object({ month: z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/)) }),
  reply: z.object({
    name: z.string(),
    office: z.string(),
    month: z.string(),
    rows: z.array(
      z.object({
        number: z.string(),
        communityName: z.string(),
        at: instant,
        action: z.string(),
        minutes: z.nullable(z.int()),
      }),
    ),
    totals: z.object({
      opened: z.int(),
      answered: z.int(),
      closed: z.int(),
      meetings: z.int(),
      inTime: z.int(),
    }),
  }),
  problems: ['not_found'],
})

// ---- the community's part: word is brought, the matter is not named
