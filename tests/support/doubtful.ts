/** Doubtful words of a bad rating, and the person who decides about them. */
import { beforeAll, beforeEach } from 'vitest'
import type { DoubtfulText, TextJudgement, TextPart } from '../../bff/contracts/src/rating-texts'
import type { Answer } from './api'
import type { TestApp } from './app'
import {
  type FollowUpCast,
  fresh,
  makeFollowUpCast,
  type Rated,
  rateBadly,
  type RatedWish,
} from './follow-ups'
import { pageFor } from './ratings'
import { ok } from './story'
import { here, makeDivisions, type Person } from './world'

/** What a checker could not decide: the text, or its 追评. */
export async function doubt(app: TestApp, ratingId: string, part: TextPart = 'text'): Promise<string> {
  await app.database.pool.query(
    `UPDATE ratings SET ${part}_state = 'doubtful', text_for_all = true WHERE id = $1`,
    [ratingId],
  )
  return ratingId
}

export async function doubtfulRating(app: TestApp, rater: Person, wish: RatedWish = {}) {
  const rated = await rateBadly(app, rater, { text: '说话像吵架', ...wish })
  await doubt(app, rated.ratingId)
  return rated
}

export const refusal = { part: 'text', verdict: 'refuse', reason: 'insult' } as const
export const pass = { part: 'text', verdict: 'pass' } as const

export const judge = async (
  app: TestApp,
  who: Person,
  id: string,
  body: TextJudgement,
  key?: string,
): Promise<Answer<TextJudgement & { id: string }>> =>
  app.call('judgeText', {
    params: { id },
    body,
    token: (await fresh(app, who)).token,
    ...(key && { key }),
  })

export interface DoubtfulList {
  texts: DoubtfulText[]
  waiting: number
  next: string | null
}

export const listDoubtful = async (
  app: TestApp,
  who: Person,
  division: string,
  cursor?: string,
): Promise<Answer<DoubtfulList>> =>
  app.call('listDoubtfulTexts', {
    query: { division, ...(cursor && { cursor }) },
    token: (await fresh(app, who)).token,
  })

export const township = here.slice(0, 9)

/** Before each test a bad rating with a doubtful text and a checked 追评; and who stands around it. */
export function judgementStage(app: TestApp) {
  const on = {} as { cast: FollowUpCast; rated: Rated }
  beforeAll(async () => {
    await makeDivisions(app)
    on.cast = await makeFollowUpCast(app)
  })
  beforeEach(async () => {
    app.clock.set('2026-11-23T02:12:00Z')
    on.rated = await doubtfulRating(app, on.cast.rater, { supplement: '还是像吵架' })
  })
  return {
    on,
    codeOf: async (who: Person, id = on.rated.ratingId): Promise<string> => {
      const { status, problem } = await judge(app, who, id, pass)
      return problem?.code ?? String(status)
    },
    seenBy: async (who: Person): Promise<string[]> =>
      (await ok(listDoubtful(app, who, township))).texts.map(({ id }) => id),
    /** The rating as its writer reads it. */
    mine: async () => (await ok(pageFor(app, await fresh(app, on.cast.rater), on.rated.ratedId))).rating,
    record: async () =>
      (
        await app.database.pool.query(
          'SELECT part, verdict, reason, judged_by, judged_at FROM rating_text_judgements WHERE rating_id = $1',
          [on.rated.ratingId],
        )
      ).rows,
  }
}
