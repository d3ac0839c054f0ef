/** Words that are decided about while they are taken back, or while a review finds their rating wrong. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../../../bff/local/processes'
import { testApp } from '../../support/app'
import { doubtfulRating, judge, pass } from '../../support/doubtful'
import {
  bringTo,
  type FollowUpCast,
  fresh,
  makeFollowUpCast,
  type Rated,
  said,
  step,
} from '../../support/follow-ups'
import { together, values } from '../../support/together'
import { makeDivisions } from '../../support/world'

const app = await testApp()
let cast: FollowUpCast

beforeAll(async () => {
  await makeDivisions(app)
  cast = await makeFollowUpCast(app)
})

type Way = (rated: Rated) => Promise<{ status: number }>

const decide: Way = (rated) => judge(app, cast.township, rated.ratingId, pass)
const takeBack: Way = async (rated) =>
  app.call('eraseRatingText', {
    params: { id: rated.ratedId },
    token: (await fresh(app, cast.rater)).token,
  })
const overturn: Way = (rated) => step(app, 'review', cast.county, rated.id, { stands: false, ...said })

/** A doubtful text whose unit has appealed. */
async function appealed(): Promise<Rated> {
  const rated = await doubtfulRating(app, cast.rater)
  await bringTo(app, cast, rated.id, 'reviewing', 'appeal')
  return rated
}

async function leftOf({ ratingId, ratedId }: Rated) {
  const { rows } = await app.database.pool.query<{
    state: string
    words: string | null
    overturned: boolean
    decisions: number
    told: number
  }>(
    `SELECT text_state AS state, text_shown AS words, overturned_at IS NOT NULL AS overturned,
       (SELECT count(*)::int FROM rating_text_judgements WHERE rating_id = x.id) AS decisions,
       (SELECT count(*)::int FROM notices WHERE case_id = $2 AND kind LIKE 'rating_text_%') AS told
     FROM ratings x WHERE id = $1`,
    [ratingId, ratedId],
  )
  return rows[0]
}

/** Both have read the words as they are, and come to write in this order. @returns how they were answered, and what is left */
async function inTurn(first: Way, second: Way) {
  const rated = await appealed()
  const holder = await app.database.pool.connect()
  await holder.query('BEGIN')
  await holder.query('SELECT FROM ratings WHERE id = $1 FOR UPDATE', [rated.ratingId])
  const answers: Promise<{ status: number }>[] = []
  for (const way of [first, second]) {
    answers.push(way(rated))
    const wait = async (): Promise<boolean> => {
      const { rowCount } = await app.database.pool.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
      return rowCount === answers.length
    }
    expect(await eventually(wait, 10_000)).toBe(true)
  }
  await holder.query('COMMIT')
  holder.release()
  return { statuses: (await Promise.all(answers)).map(({ status }) => status), left: await leftOf(rated) }
}

describe('words that are taken back', () => {
  test('a moment before are not decided about', async () => {
    const { statuses, left } = await inTurn(takeBack, decide)
    expect(statuses).toEqual([200, 409])
    expect(left).toMatchObject({ state: 'none', words: null, decisions: 0, told: 0 })
  })

  test('a moment after are gone, whatever was decided', async () => {
    const { statuses, left } = await inTurn(decide, takeBack)
    expect(statuses).toEqual([201, 200])
    expect(left).toMatchObject({ state: 'none', words: null, decisions: 1, told: 1 })
  })
})

describe('words of a rating that a review finds wrong', () => {
  test('a moment before are not decided about', async () => {
    const { statuses, left } = await inTurn(overturn, decide)
    expect(statuses).toEqual([200, 409])
    expect(left).toMatchObject({ state: 'doubtful', overturned: true, decisions: 0, told: 0 })
  })

  test('a moment after are decided about once', async () => {
    const { statuses, left } = await inTurn(decide, overturn)
    expect(statuses).toEqual([201, 200])
    expect(left).toMatchObject({ state: 'passed', overturned: true, decisions: 1, told: 1 })
  })
})

test('all three at once: who is told of a decision has one, and the words are gone', async () => {
  for (let n = 0; n < 8; n += 1) {
    const rated = await appealed()
    const ways = [decide, takeBack, overturn]
    const answers = values(await together(3, (which) => (ways[which] ?? decide)(rated)))
    const decisions = answers[0]?.status === 201 ? 1 : 0
    expect(answers.slice(1).map(({ status }) => status)).toEqual([200, 200])
    expect(await leftOf(rated)).toEqual({
      state: 'none',
      words: null,
      overturned: true,
      decisions,
      told: decisions,
    })
  }
})

describe('with words that stand as they were when they go, and a review that leaves no mark', () => {
  beforeEach(async () => {
    await app.database.pool.query(`
      ALTER TABLE ratings DROP CONSTRAINT IF EXISTS ratings_text_whole;
      CREATE OR REPLACE FUNCTION unmarked() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        NEW.overturned_at := NULL;
        IF NEW.text_shown IS NULL THEN NEW.text_state := OLD.text_state; NEW.text_shown := OLD.text_shown; END IF;
        RETURN NEW;
      END $$;
      CREATE OR REPLACE TRIGGER unmarked BEFORE UPDATE ON ratings FOR EACH ROW EXECUTE FUNCTION unmarked()`)
  })

  test('what is gone is decided about', async () => {
    const { statuses, left } = await inTurn(takeBack, decide)
    expect(statuses).toEqual([200, 201])
    expect(left).toMatchObject({ state: 'passed', words: expect.any(String) as string, decisions: 1 })
  })

  test('what was found wrong is decided about', async () => {
    const { statuses, left } = await inTurn(overturn, decide)
    expect(statuses).toEqual([200, 201])
    expect(left).toMatchObject({ state: 'passed', decisions: 1 })
  })
})
