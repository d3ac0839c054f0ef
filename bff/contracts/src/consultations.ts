/**
 * What its two readers say and read of a legal consultation: whoever asked and whoever works on it now. Everybody else
 * gets 404, whatever their office (docs/product.md › Legal consultation).
 */
import * as z from 'zod/mini'
import { consultationDetail } from './consultation-case'
import {
  askedDay,
  communityCode,
  cursor,
  day,
  empty,
  id,
  idParams,
  instant,
  personName,
  text,
} from './common'
import { endpoint } from './endpoint'

/** What presses. `danger`: somebody is hurt or threatened; `date`: a date runs out. */
export const urgency = z.enum(['danger', 'date', 'none'])
export type Urgency = z.infer<typeof urgency>

/** What it is about, in the words of people. */
export const topic = z.enum([
  'work',
  'family',
  'violence',
  'land',
  'neighbours',
  'debt',
  'accident',
  'consumer',
  'authority',
  'other',
])
export type Topic = z.infer<typeof topic>

/** The longest that one line holds, in characters. */
export const lineLength = 2000
/** Pictures with one line. */
export const filesPerLine = 9

const words = text(lineLength)
const files = z._default(z.array(id).check(z.maxLength(filesPerLine)), [])

/** The six questions; only what is asked for in words, and whether it presses, has to be answered. */
export const intake = z.object({
  urgency,
  topic: z.nullable(topic),
  /** The day from which a limitation runs, e.g. on which the notice came. */
  happenedOn: z.nullable(askedDay),
  words,
  /** Who is on the other side; kept as a keyed hash, and sealed. */
  opposite: z.nullable(personName),
  /** How to reach the person: only here, or also by telephone. */
  reach: z.enum(['here', 'phone']),
})
export type Intake = z.infer<typeof intake>

const asked = z.extend(intake, {
  community: communityCode,
  /** Stays unnamed to the community: nobody but the adviser learns who asks, and nobody comes to the door. */
  unnamed: z.boolean(),
  files,
})
export type AskedConsultation = z.infer<typeof asked>

const refusals = ['not_found', 'not_allowed', 'action_not_open', 'idempotency_key_reused'] as const
const write = {
  method: 'POST',
  params: idParams,
  reply: consultationDetail,
  problems: refusals,
  repeatable: 'key',
} as const

export const requestConsultation = endpoint({
  method: 'POST',
  path: '/consultations',
  summary: 'A resident asks; the desk owes a first answer in two working days',
  body: asked,
  reply: consultationDetail,
  status: 201,
  problems: ['not_found', 'file_not_ready', 'consultations_open', 'idempotency_key_reused'],
  repeatable: 'key',
})

/** Whose line it is. */
export const lineSide = z.enum(['party', 'adviser'])

const line = z.object({
  id,
  /** From 1, in order; nothing is put between and nothing goes. */
  n: z.int(),
  at: instant,
  side: lineSide,
  /** The badge of an adviser; null for whoever asked. */
  by: z.nullable(z.string()),
  kind: z.enum(['question', 'answer', 'ask', 'thanks', 'correction']),
  /** Null where it was written to another adviser and was not handed over. */
  words: z.nullable(z.string()),
  files: z.array(z.object({ id, pages: z.int() })),
  /** Of a correction: the line that it corrects. */
  corrects: z.nullable(z.int()),
})
export type ThreadLine = z.infer<typeof line>

export const attemptOutcome = z.enum(['no_answer', 'engaged', 'wrong_number', 'spoke'])
export type AttemptOutcome = z.infer<typeof attemptOutcome>

/** How one meets. `video`: by a link that the adviser gives. */
export const meetingKind = z.enum(['phone', 'video', 'station'])
export type MeetingKind = z.infer<typeof meetingKind>

/** To whom a consultation can be handed over. */
export const referralKind = z.enum(['mediation', 'legal_aid', 'notary', 'appraisal'])
export type ReferralKind = z.infer<typeof referralKind>

/** What is handed over, each named to the person before they agree. */
export const handedPart = z.enum(['question', 'thread', 'files', 'opposite', 'phone'])
export type HandedPart = z.infer<typeof handedPart>

const appointment = z.object({
  id,
  kind: meetingKind,
  startsAt: instant,
  endsAt: instant,
  /** `offered` until somebody takes it; `gone`: another person was first. */
  state: z.enum(['offered', 'taken', 'called_off', 'gone']),
  /** Name and address of the station. */
  place: z.nullable(z.string()),
  /** Of a video meeting, once it is taken. */
  link: z.nullable(z.string()),
})
export type Appointment = z.infer<typeof appointment>

const referral = z.object({
  id,
  kind: referralKind,
  to: z.string(),
  parts: z.array(handedPart),
  state: z.enum(['proposed', 'declined', 'sent', 'acknowledged', 'returned']),
  proposedAt: instant,
  /** By when the other side has to say that it has it. */
  dueAt: z.nullable(instant),
  endedAt: z.nullable(instant),
})
export type Referral = z.infer<typeof referral>

export const thread = z.object({
  caseId: id,
  readAs: lineSide,
  /** What was asked; null where it was not handed over. */
  intake: z.nullable(intake),
  /** The person's name, for the adviser; null where they gave none. */
  person: z.nullable(z.string()),
  lines: z.array(line),
  /** Up to which line each side has read. */
  readUpTo: z.object({ party: z.int(), adviser: z.int() }),
  attempts: z.array(z.object({ at: instant, outcome: attemptOutcome, by: z.string() })),
  /** Whether somebody of the community was asked to bring word, and when they did. */
  visit: z.nullable(z.object({ askedAt: instant, doneAt: z.nullable(instant) })),
  appointments: z.array(appointment),
  referrals: z.array(referral),
  unnamed: z.boolean(),
})
export type Thread = z.infer<typeof thread>

export const readThread = endpoint({
  method: 'GET',
  path: '/consultations/:id/thread',
  summary:
    'The thread, for whoever asked and for whoever works on it now; an adviser’s reading leaves a record',
  params: idParams,
  reply: thread,
  problems: ['not_found'],
})

export const markThreadRead = endpoint({
  method: 'POST',
  path: '/consultations/:id/read',
  summary: 'Say up to which line one has read',
  params: idParams,
  body: z.object({ upTo: z.int().check(z.minimum(0), z.maximum(100_000)) }),
  reply: empty,
  problems: ['not_found'],
  repeatable: 'natural',
})

export const addToConsultation = endpoint({
  ...write,
  path: '/consultations/:id/lines',
  summary: 'The person adds something, answers a question, or asks on within 14 days of its end',
  body: z.object({ words, files }),
  problems: [...refusals, 'file_not_ready'],
})
export const thankAdviser = endpoint({
  ...write,
  path: '/consultations/:id/thank',
  summary: 'The person says thank you, once',
  body: empty,
})
export const cancelConsultation = endpoint({
  ...write,
  path: '/consultations/:id/cancel',
  summary: 'The person withdraws it',
  body: empty,
})
export const answerConsultation = endpoint({
  ...write,
  path: '/consultations/:id/answer',
  summary: 'The adviser answers, or asks something back',
  body: z.object({ as: z.enum(['answer', 'ask']), words, files }),
  problems: [...refusals, 'file_not_ready'],
})
export const correctLine = endpoint({
  ...write,
  path: '/consultations/:id/correct',
  summary: 'The adviser corrects a line of their own by a new one; nothing is ever edited',
  body: z.object({ n: z.int().check(z.minimum(1)), words }),
})
export const closeConsultation = endpoint({
  ...write,
  path: '/consultations/:id/close',
  summary: 'The adviser closes what was answered; for 14 days the person can ask on',
  body: empty,
})
export const recordAttempt = endpoint({
  ...write,
  path: '/consultations/:id/attempts',
  summary: 'The adviser tried to call; after three in vain the community is asked to bring word',
  body: z.object({ outcome: attemptOutcome }),
})
export const passOn = endpoint({
  ...write,
  path: '/consultations/:id/pass-on',
  summary: 'The adviser gives it back to the desk, which finds somebody else; nobody is told why',
  body: empty,
  reply: empty,
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

export const proposeReferral = endpoint({
  ...write,
  path: '/consultations/:id/referrals',
  summary: 'The adviser proposes to hand it over, and names what goes with it',
  body: z.object({
    kind: referralKind,
    parts: z.array(handedPart).check(
      z.minLength(1),
      z.refine((parts) => new Set(parts).size === parts.length, 'twice'),
    ),
  }),
  problems: [...refusals, 'nobody_to_refer_to'],
})
const ofReferral = {
  method: 'POST',
  params: idParams,
  body: empty,
  reply: consultationDetail,
  problems: refusals,
  repeatable: 'key',
} as const
export const consentReferral = endpoint({
  ...ofReferral,
  path: '/consultation-referrals/:id/consent',
  summary: 'The person agrees to what is named',
  problems: [...refusals, 'nobody_to_refer_to'],
})
export const declineReferral = endpoint({
  ...ofReferral,
  path: '/consultation-referrals/:id/decline',
  summary: 'The person does not; the adviser goes on',
})
export const acknowledgeReferral = endpoint({
  ...ofReferral,
  path: '/consultation-referrals/:id/acknowledge',
  summary: 'The other side has it, and reads from now on what was named; the sender no longer does',
})
export const returnReferral = endpoint({
  ...ofReferral,
  path: '/consultation-referrals/:id/return',
  summary: 'The other side does not take it: it is the sender’s again',
  reply: empty,
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

const visitTask = z.object({
  id,
  communityName: z.string(),
  askedAt: instant,
  doneAt: z.nullable(instant),
})
export type VisitTask = z.infer<typeof visitTask>

export const listVisits = endpoint({
  method: 'GET',
  path: '/contact-visits',
  summary: 'Whom staff and grid workers should ask to call back; not a word of why',
  query: z.object({ community: communityCode }),
  reply: z.object({ visits: z.array(visitTask) }),
  problems: ['not_found'],
})
export const readVisit = endpoint({
  method: 'GET',
  path: '/contact-visits/:id/person',
  summary: 'Whom to visit: name and telephone; leaves a record',
  params: idParams,
  reply: z.object({ name: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  problems: ['not_found'],
})
export const finishVisit = endpoint({
  method: 'POST',
  path: '/contact-visits/:id/done',
  summary: 'Word was brought',
  params: idParams,
  body: empty,
  reply: visitTask,
  problems: ['not_found', 'idempotency_key_reused'],
  repeatable: 'key',
})
