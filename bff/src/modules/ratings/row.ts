/** What a rating page is made from. */
import { actorRole } from '@linli/contracts/case-base'
import { anyService, grade, reason, textRefusal, textState } from '@linli/contracts/ratings'
import * as z from 'zod/mini'

const ratingPart = z.strictObject({
  id: z.string(),
  /** Whoever gave it: of a child's two guardians one, and its words are theirs alone. */
  raterId: z.string(),
  grade,
  reasons: z.array(reason),
  ratedAt: z.string(),
  textEnc: z.nullable(z.string()),
  textShown: z.nullable(z.string()),
  textState,
  /** Why a person did not let the words pass. */
  textRefusal: z.nullable(textRefusal),
  textForAll: z.boolean(),
  named: z.boolean(),
  supplementEnc: z.nullable(z.string()),
  supplementShown: z.nullable(z.string()),
  supplementState: textState,
  supplementRefusal: z.nullable(textRefusal),
  supplementAt: z.nullable(z.string()),
  reply: z.nullable(z.string()),
  replyName: z.nullable(z.string()),
  repliedAt: z.nullable(z.string()),
})
export type RatingPart = z.output<typeof ratingPart>

/** A finished or unfinished case as its rating page needs it, with the rating that there may be. */
export const ratableRow = z.strictObject({
  caseId: z.string(),
  number: z.string(),
  type: anyService,
  state: z.string(),
  community: z.string(),
  communityPhone: z.nullable(z.string()),
  subjectId: z.string(),
  actorId: z.string(),
  actorRole,
  childId: z.nullable(z.string()),
  decidingIds: z.array(z.string()),
  title: z.string(),
  endsAt: z.date(),
  right: z.nullable(z.strictObject({ finishedAt: z.string(), until: z.string(), invited: z.boolean() })),
  rating: z.nullable(ratingPart),
  followUp: z.nullable(z.strictObject({ id: z.string(), state: z.string(), told: z.boolean() })),
})
export type RatableRow = z.output<typeof ratableRow>
