import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { completeEnded } from '../../../bff/src/modules/bookings/jobs'
import { closeRatingMonths } from '../../../bff/src/modules/figures/jobs'
import { escalateFollowUps } from '../../../bff/src/modules/follow-ups/jobs'
import { checkOverdueTexts, forgetRatings, inviteToRate } from '../../../bff/src/modules/ratings/jobs'
import { testApp } from '../../support/app'
import { again, finishedBooking, makeRater, rate } from '../../support/ratings'
import { together, values } from '../../support/together'
import { here, liftQuota, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let staff: Person

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
  staff = await makePerson(app, { grants: [['staff', here]] })
})

async function finished() {
  app.clock.set('2026-11-23T02:12:00Z')
  const party = await makeRater(app)
  const { id } = await finishedBooking(app, party, await again(app, staff))
  return { id, party: await again(app, party) }
}

const count = async (table: string, where: string, value: unknown): Promise<number> => {
  const { rows } = await app.database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${table} WHERE ${where}`,
    [value],
  )
  return rows[0]?.n ?? -1
}

/** A hundred taps in one instant, each with a key of its own and another grade. */
async function hundredTaps() {
  const { id, party } = await finished()
  const grades = ['very_satisfied', 'satisfied', 'fair', 'dissatisfied', 'very_dissatisfied'] as const
  const answers = values(await together(100, (n) => rate(app, party, id, { grade: grades[n % 5] ?? 'fair' })))
  return { answers, ratings: await count('ratings', 'case_id = $1', id), id, party }
}

describe('a hundred ratings of one case at once', () => {
  test('are one, and everybody else is told so', async () => {
    const { answers, ratings, party } = await hundredTaps()
    expect(answers.filter((a) => a.status === 201)).toHaveLength(1)
    expect(answers.filter((a) => a.problem?.code === 'rating_given')).toHaveLength(99)
    expect(ratings).toBe(1)
    expect(await count('cases', `type = 'follow_up' AND subject_id = $1`, party.accountId)).toBeLessThan(2)
  })

  describe('without the constraint', () => {
    beforeEach(async () => {
      await app.database.pool.query(`ALTER TABLE ratings DROP CONSTRAINT ratings_case_once,
        ADD CONSTRAINT ratings_case_once UNIQUE (case_id, id)`)
    })

    test('are many', async () => {
      expect((await hundredTaps()).ratings).toBeGreaterThan(1)
    })
  })
})

describe('no rating that no person gave', () => {
  test('the clock invites, counts, escalates and forgets for a year, and rates nothing', async () => {
    const { id } = await finished()
    const before = await count('ratings', '$1::text IS NOT NULL', 'x')
    for (let month = 0; month < 12; month += 1) {
      app.clock.advance(31 * 1440)
      for (const job of [completeEnded, inviteToRate, closeRatingMonths, escalateFollowUps, forgetRatings])
        await job(app.deps)
      await checkOverdueTexts(app.deps)
    }
    expect(await count('ratings', '$1::text IS NOT NULL', 'x')).toBe(before)
    expect(await count('ratings', 'case_id = $1', id)).toBe(0)
    expect(await count('rating_rights', 'case_id = $1 AND rated_at IS NULL', id)).toBe(1)
  })

  test('the service has one statement that writes ratings, reached from two endpoints that need a person', () => {
    const src = fileURLToPath(new URL('../../../bff/src', import.meta.url))
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .map((name) => join(src, name))
      .filter((path) => statSync(path).isFile() && !path.includes('generated'))
    const having = (pattern: RegExp): string[] =>
      files.filter((path) => pattern.test(readFileSync(path, 'utf8'))).map((path) => path.slice(src.length))
    expect(having(/INSERT INTO ratings\b|\brating\.(create|upsert)/)).toEqual(['/modules/ratings/store.ts'])
    expect(having(/\binsertRating\b/).sort()).toEqual([
      '/modules/ratings/service.ts',
      '/modules/ratings/store.ts',
    ])
    expect(having(/\brateCase\b/).sort()).toEqual([
      '/modules/ratings/routes.ts',
      '/modules/ratings/service.ts',
      '/modules/ratings/slips.ts',
    ])
  })
})
