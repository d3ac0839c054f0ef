/**
 * What its two readers see of a legal consultation: whoever asked and whoever works on it now. Everybody else gets 404,
 * whatever their office (docs/product.md › Legal consultation).
 */
import * as z from 'zod/mini'
import { askedDay, id, instant, personName, text } from './common'

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

export const lineWords = text(lineLength)
export const lineFiles = z._default(
  z.array(id).check(
    z.maxLength(filesPerLine),
    z.refine((ids) => new Set(ids).size === ids.length, 'twice'),
  ),
  [],
)

/** The six questions; only what is asked for in words, and whether it presses, has to be answered. */
export const intake = z.object({
  urgency,
  topic: z.nullable(topic),
  /** The day from which a limitation runs, e.g. on which the notice came. */
  happenedOn: z.nullable(askedDay),
  words: lineWords,
  /** Who is on the other side; kept as a keyed hash, and sealed. */
  opposite: z.nullable(personName),
  /** How to reach the person: only here, or also by telephone. */
  reach: z.enum(['here', 'phone']),
})
export type Intake = z.infer<typeof intake>

/** Whose line it is. */
export const lineSide = z.enum(['party', 'adviser'])

const line = z.object({
  id,
  /** From 1, in order, of the lines that this reader sees; nothing is put between and nothing goes. */
  n: z.int(),
  at: instant,
  side: lineSide,
  /** The badge of an adviser; null for whoever asked. */
  by: z.nullable(z.string()),
  kind: z.enum(['question', 'answer', 'ask', 'thanks', 'correction']),
  /** Null of thanks, and where only its pictures were handed over: of anything else nothing is shown. */
  words: z.nullable(z.string()),
  files: z.array(z.object({ id, pages: z.int() })),
  /** Of a correction: the line that it corrects, where that came along. */
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
  /** The division of the office that gets it, e.g. 楚雄市. */
  to: z.string(),
  parts: z.array(handedPart),
  /** `withdrawn`: its person took the matter back, or somebody else works on it now. */
  state: z.enum(['proposed', 'declined', 'sent', 'acknowledged', 'returned', 'withdrawn']),
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
