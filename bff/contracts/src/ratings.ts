import * as z from 'zod/mini'
import { caseState, ownName } from './case-base'
import { type CaseType } from './cases'
import { day, id, idParams, instant, text } from './common'
import { endpoint } from './endpoint'

/** The five grades of 好差评 (GB/T 39734), best first. The lower two are 差评 and open a follow-up. */
export const grade = z.enum(['very_satisfied', 'satisfied', 'fair', 'dissatisfied', 'very_dissatisfied'])
export type Grade = z.infer<typeof grade>

export const badGrades: readonly Grade[] = ['dissatisfied', 'very_dissatisfied']
export const isBad = (g: Grade): boolean => badGrades.includes(g)

/** What is rated: every case type but the follow-up of a rating. */
export const service = z.enum(['booking', 'enrolment', 'consultation', 'need'])
export type Service = z.infer<typeof service>
/** Also a service of a deployment's own. */
export const anyService = z.union([service, ownName])
export type AnyService = z.infer<typeof anyService>

export const reason = z.enum([
  'quick',
  'friendly',
  'clear',
  'simple',
  'clean',
  'well_kept',
  'careful',
  'door_closed',
  'broken',
  'dirty',
  'slow',
  'unfriendly',
  'unclear',
  'changed',
  'refused_unfairly',
  'unsafe',
  'other',
])
export type Reason = z.infer<typeof reason>

interface Offered {
  reason: Reason
  grades: 'good' | 'bad' | 'all'
  /** Absent: of every service. */
  of?: Service
}

const praise: readonly Offered[] = [
  ...(['quick', 'friendly', 'clear', 'simple'] as const).map((reason): Offered => ({
    reason,
    grades: 'good',
  })),
  { reason: 'clean', grades: 'good', of: 'booking' },
  { reason: 'well_kept', grades: 'good', of: 'booking' },
  { reason: 'careful', grades: 'good', of: 'enrolment' },
]
const ofRooms: readonly Offered[] = [
  { reason: 'door_closed', grades: 'bad', of: 'booking' },
  { reason: 'broken', grades: 'bad', of: 'booking' },
]
const last: readonly Offered[] = [
  { reason: 'refused_unfairly', grades: 'bad' },
  { reason: 'unsafe', grades: 'bad', of: 'enrolment' },
  { reason: 'other', grades: 'all' },
]
const bad = (reason: Reason, ...of: readonly Service[]): Offered[] =>
  of.length === 0 ? [{ reason, grades: 'bad' }] : of.map((one) => ({ reason, grades: 'bad', of: one }))

/**
 * The reasons by grade, a list with versions: what somebody chose stays readable after the list has changed. Older
 * versions stay valid for pages that were opened before a change.
 */
export const reasonLists: Record<string, readonly Offered[]> = {
  '2026-11': [
    ...praise,
    ...ofRooms,
    ...(['dirty', 'slow', 'unfriendly', 'unclear', 'changed'] as const).flatMap((reason) => bad(reason)),
    ...last,
  ],
  // Advice is not dirty, and its hour is not changed at the last moment.
  '2026-12': [
    ...praise,
    { reason: 'careful', grades: 'good', of: 'need' },
    ...ofRooms,
    ...bad('dirty', 'booking', 'enrolment'),
    ...(['slow', 'unfriendly', 'unclear'] as const).flatMap((reason) => bad(reason)),
    ...bad('changed', 'booking', 'enrolment', 'need'),
    ...last,
  ],
}
export const reasonsVersion = '2026-12'

/** What only somebody who was there can say, and what only somebody who was turned away. */
export const reasonsOfUse: readonly Reason[] = ['door_closed', 'broken', 'dirty', 'unsafe']
export const reasonsOfRefused: readonly Reason[] = ['refused_unfairly']

/** What may be chosen with a grade for a service; undefined for a version that never was. */
export const reasonsFor = (version: string, g: Grade, of: AnyService): Reason[] | undefined =>
  reasonLists[version]
    ?.filter((o) => (o.of ?? of) === of && (o.grades === 'all' || (o.grades === 'bad') === isBad(g)))
    .map((o) => o.reason)

const reasonsChosen = z.array(reason).check(
  z.maxLength(6),
  z.refine((all) => new Set(all).size === all.length, 'twice'),
)

/** What a person says of a finished case. */
export const ratingWish = z.object({
  grade,
  reasonsVersion: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  reasons: reasonsChosen,
  text: z.optional(text(500)),
  /** Show the text to everybody, after it was checked and without names and numbers. */
  publish: z.boolean(),
  /**
   * Of the two lower grades: tell the rated unit who it was; otherwise it never learns. Of what is confidential it never
   * does, and this lets whoever follows it up see name and telephone to call.
   */
  named: z.boolean(),
})
export type RatingWish = z.infer<typeof ratingWish>

/**
 * How far the check of a text has come. Only `passed` ones are shown, to the unit and to everybody; whoever handles the
 * follow-up of a bad grade reads it masked at once, or could not follow it up.
 */
export const textState = z.enum(['none', 'unchecked', 'passed', 'doubtful', 'refused'])
export type TextState = z.infer<typeof textState>

/** Why a person who looked at doubtful words did not let them be shown. */
export const textRefusal = z.enum(['insult', 'names', 'unrelated', 'unlawful'])
export type TextRefusal = z.infer<typeof textRefusal>

/** A person's own rating, as only they see it. */
export const myRating = z.object({
  grade,
  reasons: z.array(reason),
  text: z.nullable(z.string()),
  /** What others read of it, where it has passed and is not the same. */
  shown: z.nullable(z.string()),
  textState,
  /** Of a text that a person refused; null where a checker did. */
  textRefusal: z.nullable(textRefusal),
  publish: z.boolean(),
  named: z.boolean(),
  ratedAt: instant,
  /** 追评, once after rectification; null text: its words were taken back. */
  supplement: z.nullable(
    z.object({
      text: z.nullable(z.string()),
      shown: z.nullable(z.string()),
      at: instant,
      state: textState,
      refusal: z.nullable(textRefusal),
    }),
  ),
  reply: z.nullable(z.object({ text: z.string(), by: z.string(), at: instant })),
  /** The case that follows a bad grade up. */
  followUp: z.nullable(z.object({ id, state: caseState })),
})
export type MyRating = z.infer<typeof myRating>

/** Whether a case can be rated now: `early` is not finished, `over` is too old. */
export const ratingState = z.enum(['early', 'open', 'rated', 'over'])
export type RatingState = z.infer<typeof ratingState>

export const ratingPage = z.object({
  caseId: id,
  service: anyService,
  /** Room or programme. */
  title: z.string(),
  /** The day of the use, or of the last session. */
  on: day,
  communityName: z.string(),
  communityPhone: z.nullable(z.string()),
  state: ratingState,
  /** Until when it can be rated; null while it is not finished. */
  until: z.nullable(instant),
  reasonsVersion: z.string(),
  good: z.array(reason),
  bad: z.array(reason),
  /** It is read by its person and by whoever works on it alone: then no words are written, and a call needs consent. */
  confidential: z.boolean(),
  /** Working days of the follow-up here: first call, put right. */
  contactDays: z.number(),
  rectifyDays: z.number(),
  /** Null also where another guardian of the child gave it. */
  rating: z.nullable(myRating),
})
export type RatingPage = z.infer<typeof ratingPage>

/** What rating may be refused with, by whichever door. */
export const ratingProblems = [
  'not_found',
  'rating_early',
  'rating_over',
  'rating_given',
  'rating_not_yours',
  'guardian_not_verified',
  'idempotency_key_reused',
] as const

export const getRatingPage = endpoint({
  method: 'GET',
  path: '/cases/:id/rating',
  summary: 'The rating page of a case, for the person served',
  params: idParams,
  reply: ratingPage,
  problems: ['not_found', 'rating_not_yours', 'guardian_not_verified'],
})

export const rateCase = endpoint({
  method: 'POST',
  path: '/cases/:id/rating',
  summary: 'Rate a finished case, once, as the person served',
  params: idParams,
  body: ratingWish,
  reply: ratingPage,
  status: 201,
  problems: ratingProblems,
  repeatable: 'key',
})

export const supplementRating = endpoint({
  method: 'POST',
  path: '/cases/:id/rating/supplement',
  summary: '追评: one more word after what was bad has been put right',
  params: idParams,
  body: z.object({ text: text(500) }),
  reply: ratingPage,
  problems: [
    'not_found',
    'rating_not_yours',
    'guardian_not_verified',
    'supplement_not_open',
    'supplement_given',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const eraseRatingText = endpoint({
  method: 'DELETE',
  path: '/cases/:id/rating/text',
  summary: 'Take back the words of a rating, everywhere; the grade stays',
  params: idParams,
  reply: ratingPage,
  problems: ['not_found', 'rating_not_yours', 'guardian_not_verified'],
  repeatable: 'natural',
})

/** Is a case of this type rated at all? */
export const isRated = (type: CaseType): type is Service => service.safeParse(type).success
