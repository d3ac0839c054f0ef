import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { doubtfulRating, pass, refusal } from '../../support/doubtful'
import { fresh, type FollowUpCast, makeFollowUpCast } from '../../support/follow-ups'
import { together, values } from '../../support/together'
import { makeDivisions } from '../../support/world'

const app = await testApp()
let cast: FollowUpCast

beforeAll(async () => {
  await makeDivisions(app)
  cast = await makeFollowUpCast(app)
})

const count = async (table: string, where: string, value: string): Promise<number> => {
  const { rows } = await app.database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
    [value],
  )
  return rows[0]?.n ?? -1
}

/** Township and county decide about the same words in one instant, the one so and the other so. */
async function decideTogether() {
  const { ratingId, ratedId } = await doubtfulRating(app, cast.rater)
  const tokens = [(await fresh(app, cast.township)).token, (await fresh(app, cast.county)).token]
  const answers = values(
    await together(20, (n) =>
      app.call('judgeText', {
        params: { id: ratingId },
        body: n % 2 ? pass : refusal,
        token: tokens[n % 2] ?? '',
      }),
    ),
  )
  return {
    answers,
    decisions: await count('rating_text_judgements', 'rating_id = $1', ratingId),
    told: await count('notices', `case_id = $1 AND kind LIKE 'rating_text_%'`, ratedId),
  }
}

describe('two who decide about the same words at once', () => {
  test('are one, and the other is told that it is decided', async () => {
    const { answers, decisions, told } = await decideTogether()
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1)
    expect(answers.filter((a) => a.problem?.code === 'action_not_open')).toHaveLength(19)
    expect({ decisions, told }).toEqual({ decisions: 1, told: 1 })
  })

  describe('with words that stay doubtful, and no key on the record', () => {
    beforeEach(async () => {
      await app.database.pool.query(`
        CREATE FUNCTION stay_doubtful() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN NEW.text_state := OLD.text_state; RETURN NEW; END';
        CREATE TRIGGER stay_doubtful BEFORE UPDATE ON ratings FOR EACH ROW WHEN (OLD.text_state = 'doubtful')
          EXECUTE FUNCTION stay_doubtful();
        ALTER TABLE rating_text_judgements DROP CONSTRAINT rating_text_judgements_once`)
    })

    test('are many', async () => {
      expect((await decideTogether()).decisions).toBeGreaterThan(1)
    })
  })
})
