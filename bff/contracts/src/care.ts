import * as z from 'zod/mini'
import { careDiffer, careGuardian, careNote } from './care-parts'
import { relation } from './children'
import { askedInstant, id, idParams, instant, text, personName } from './common'
import { digitCode } from './digits'
import { endpoint } from './endpoint'

/**
 * What is written about a child in a session. Records are only added: a later roll call counts before an earlier one,
 * an annotation stands beside what it is about.
 */
export const careRecordKind = z.enum([
  'present',
  'absent',
  'health',
  'incident',
  'released',
  'refused',
  'barred_seen',
  'annotation',
  'missing',
  'late_15',
  'late_30',
  'late_60',
])
export type CareRecordKind = z.infer<typeof careRecordKind>

export const releaseMethod = z.enum(['listed', 'guardian', 'code', 'override'])
export type ReleaseMethod = z.infer<typeof releaseMethod>

/** Why a child was not handed over; each is kept. */
export const releaseRefusal = z.enum([
  'person_not_listed',
  'person_barred',
  'person_not_valid_today',
  'guardian_not_verified',
  'code_wrong',
  'code_used',
  'code_other_day',
  'child_not_present',
  'child_already_released',
  'not_on_duty',
  'other_class',
  'not_duty_leader',
  // Nothing was written: the carer looks, and sends the hand-over again with what they decided.
  'person_alike',
])
export type ReleaseRefusal = z.infer<typeof releaseRefusal>

/** On the tablet a person is checked by name; the telephone is for the call of the duty leader. */
export const careChild = z.object({
  childId: id,
  caseId: id,
  name: z.string(),
  classNo: z.number(),
  /** Of today: what the last roll call said. */
  mark: z.enum(['expected', 'present', 'absent', 'released']),
  markedAt: z.nullable(instant),
  /** Of the record that marked it, to be named by a mark that corrects it. */
  markId: z.nullable(id),
  differ: z.nullable(careDiffer),
  /** A guardian said so before. */
  absenceReported: z.boolean(),
  /** Neither there nor excused, for longer than the division waits. */
  missing: z.boolean(),
  /** Since the end of the session, for a child that is still there after the first step of the division's ladder. */
  lateMinutes: z.nullable(z.number()),
  /** For those on duty today only. */
  allergies: z.nullable(z.string()),
  medication: z.nullable(z.string()),
  healthNotes: z.array(z.object({ at: instant, by: z.string(), text: z.string() })),
  notes: z.optional(z.array(careNote)),
  guardians: z.array(careGuardian),
  emergencyContacts: z.array(z.object({ name: z.string(), relation, phone: z.string() })),
  pickupPeople: z.array(z.object({ id, name: z.string(), relation })),
  /** Shown as a plain tap, so that it raises the alert unseen. */
  barredPeople: z.array(z.object({ id, name: z.string() })),
  /** A one-day code is out: who comes with it. */
  delegate: z.nullable(z.object({ name: z.string(), relation })),
  release: z.nullable(
    z.object({
      recordId: id,
      at: instant,
      person: z.string(),
      /** To the child, of whoever took it. */
      relation: z.nullable(relation),
      method: releaseMethod,
      by: z.string(),
    }),
  ),
})
export type CareChild = z.infer<typeof careChild>

export const careSession = z.object({
  id,
  programmeId: id,
  programmeName: z.string(),
  place: z.string(),
  startsAt: instant,
  endsAt: instant,
  /** The class of the reader's duty. */
  classNo: z.number(),
  /** The reader leads and may override after a call. */
  leader: z.boolean(),
  children: z.array(careChild),
})
export type CareSession = z.infer<typeof careSession>

export const getCareDay = endpoint({
  method: 'GET',
  path: '/care/today',
  summary: "The reader's sessions of today with their children; leaves access records that the guardians see",
  reply: z.object({
    /** Of the carer's badge. */
    carer: z.string(),
    sessions: z.array(careSession),
    /** When the list of the reader's next session of today opens; null when there is none. */
    nextAt: z.nullable(instant),
    now: instant,
  }),
  problems: ['not_on_duty'],
})

const record = {
  /** Made on the device: the same record sent again is the same record. */
  id,
  sessionId: id,
  childId: id,
  /** When it happened, by the device's clock. */
  at: askedInstant,
}

/** The mark that the device showed then, as what was not seen is not overwritten; and whose difference this decides. */
const seen = { over: z.optional(z.nullable(id)), decides: z.optional(id) }

export const careRecord = z.discriminatedUnion('kind', [
  z.object({ ...record, ...seen, kind: z.literal('present') }),
  z.object({ ...record, ...seen, kind: z.literal('absent') }),
  z.object({ ...record, kind: z.literal('health'), text: text(300) }),
  z.object({ ...record, kind: z.literal('incident'), text: text(500) }),
  z.object({ ...record, kind: z.literal('annotation'), aboutId: id, text: text(300) }),
  z.object({ ...record, kind: z.literal('barred_seen'), personId: id }),
  z.object({
    ...record,
    kind: z.literal('release'),
    /** What the carer decided about people of the lists who are almost the one that came. */
    looked: z.optional(z.array(z.object({ personId: id, same: z.boolean() })).check(z.maxLength(20))),
    by: z.discriminatedUnion('method', [
      z.object({ method: z.literal('listed'), personId: id }),
      z.object({ method: z.literal('guardian'), guardianId: id }),
      z.object({ method: z.literal('code'), code: digitCode(6) }),
      z.object({
        method: z.literal('override'),
        name: personName,
        relation,
        /** Which guardian was called, as the leader says. */
        called: text(60),
        reason: text(200),
      }),
    ]),
  }),
])
export type CareRecordSent = z.infer<typeof careRecord>

/** Somebody on the child's lists whose name is almost that of the person who came. */
export const lookAlike = z.object({
  personId: id,
  /** As the person who came is called. */
  said: z.string(),
  name: z.string(),
  alike: z.array(z.enum(['one_character', 'pinyin', 'part'])),
})
export type LookAlike = z.infer<typeof lookAlike>

/** What became of one record; a refused release is a record too. */
export const recordOutcome = z.object({
  id,
  outcome: z.enum(['kept', 'kept_before', 'refused']),
  refusal: z.nullable(releaseRefusal),
  /** Of `person_alike`: whom to look at. */
  alike: z.optional(z.array(lookAlike)),
})
export type RecordOutcome = z.infer<typeof recordOutcome>

export const sendCareRecords = endpoint({
  method: 'POST',
  path: '/care/records',
  summary:
    'Roll call, notes and hand-overs, one by one or an hour of them after a time without network: each is kept once',
  body: z.object({
    records: z.array(careRecord).check(z.minLength(1), z.maxLength(100)),
    /** When they are sent, by the clock by which `at` was taken: a wrong one is wrong by the same in both. */
    sentAt: z.optional(instant),
  }),
  reply: z.object({ outcomes: z.array(recordOutcome), now: instant }),
  repeatable: 'natural',
})

/** For guardians: a child's days in care, as they were written. */
export const careDayOfChild = z.object({
  sessionId: id,
  caseId: id,
  programmeName: z.string(),
  place: z.string(),
  /** Whom to call; null where the community has no telephone. */
  communityPhone: z.nullable(z.string()),
  startsAt: instant,
  endsAt: instant,
  mark: z.enum(['expected', 'present', 'absent', 'released']),
  absenceReported: z.boolean(),
  /** As for carers; by the clock, whether or not somebody was told already. */
  missing: z.boolean(),
  lateMinutes: z.nullable(z.number()),
  canReportAbsence: z.boolean(),
  records: z.array(
    z.object({
      id,
      at: instant,
      kind: careRecordKind,
      by: z.nullable(z.string()),
      text: z.nullable(z.string()),
      person: z.nullable(z.string()),
      /** To the child, of whoever came. */
      relation: z.nullable(relation),
      method: z.nullable(releaseMethod),
    }),
  ),
})
export type CareDayOfChild = z.infer<typeof careDayOfChild>

export const getChildDays = endpoint({
  method: 'GET',
  path: '/children/:id/days',
  summary: "A child's next sessions, and its last thirty days with what was written, for its guardians",
  params: idParams,
  reply: z.object({ days: z.array(careDayOfChild), now: instant }),
  problems: ['not_found', 'guardian_not_verified', 'child_frozen'],
})

export const reportAbsence = endpoint({
  method: 'POST',
  path: '/children/:id/absences',
  summary: 'A guardian says that the child will not come, or takes it back',
  params: idParams,
  body: z.object({ sessionId: id, absent: z.boolean() }),
  reply: z.object({ absenceReported: z.boolean() }),
  problems: ['not_found', 'guardian_not_verified', 'child_frozen', 'absence_too_late'],
  repeatable: 'natural',
})
