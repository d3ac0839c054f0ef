/** What was published to the number before there were fives stays, and nothing that comes later contradicts it. */
import { beforeAll, describe, expect, test } from 'vitest'
import { closeRatingMonths } from '../../../bff/src/modules/figures/jobs'
import { testApp } from '../../support/app'
import { insertOutcomes } from '../../support/outcomes'
import { here, makeDivisions, makePerson } from '../../support/world'

const app = await testApp()
const { pool } = app.database

beforeAll(() => makeDivisions(app))

/** So many new people rate well in a month. */
async function rated(month: string, people: number): Promise<void> {
  for (let n = 0; n < people; n += 1) {
    const { accountId } = await makePerson(app)
    const one = { community: here, service: 'booking' as const, rated: `${month}-12T04:00:00Z`, good: true }
    await insertOutcomes(pool, [accountId], [one])
  }
}
const published = async (): Promise<Record<string, number>> => {
  const { rows } = await pool.query<{ month: string; rated: number }>(
    `SELECT to_char(month, 'MM') AS month, rated FROM rating_published
     WHERE division_code = $1 AND service = 'all' ORDER BY rating_published.month`,
    [here],
  )
  return Object.fromEntries(rows.map((row) => [row.month, row.rated]))
}
const close = async (at: string): Promise<void> => {
  app.clock.set(at)
  await closeRatingMonths(app.deps)
}

test('a number grows from what was said to the next five, and by fives from there', async () => {
  await rated('2026-07', 8)
  await close('2026-08-02T00:00:00Z')
  expect(await published()).toEqual({ '07': 5 })
  // As the version before left it.
  await pool.query(`ALTER TABLE rating_published DISABLE TRIGGER USER`)
  await pool.query(`UPDATE rating_published SET rated = 8`)
  await pool.query(`ALTER TABLE rating_published ENABLE TRIGGER USER`)
  await rated('2026-08', 6)
  await close('2026-09-02T00:00:00Z')
  expect(await published()).toEqual({ '07': 8, '08': 2 })
  await rated('2026-09', 5)
  await close('2026-10-02T00:00:00Z')
  expect(await published()).toEqual({ '07': 8, '08': 2, '09': 5 })
})

describe('the database', () => {
  const insert = (numbers: Record<string, number>) =>
    pool.query(
      `INSERT INTO rating_published (division_code, service, month, rated, followed, verdicts, bad, unprompted, lapsed,
         unanswered, unrectified, discontent)
       VALUES ('5323', 'enrolment', '2026-09-01', $1, $2, $3, $4, 0, 0, $5, 0, $6)`,
      ['rated', 'followed', 'verdicts', 'bad', 'unanswered', 'discontent'].map((name) => numbers[name] ?? 0),
    )

  test.each([
    ['more bad than rated', { rated: 5, bad: 10 }],
    ['more followed up than bad', { rated: 10, bad: 5, followed: 10 }],
    ['more last words than followed up', { rated: 10, bad: 10, followed: 5, verdicts: 10 }],
    ['more of them not answered than there are', { rated: 10, bad: 10, followed: 5, unanswered: 10 }],
    [
      'more of them not content than there are',
      { rated: 10, bad: 10, followed: 10, verdicts: 5, discontent: 10 },
    ],
    ['a whole that is no five', { rated: 8 }],
    ['followed up to the number', { rated: 10, bad: 10, followed: 7 }],
  ])('refuses %s', async (_, numbers) => {
    await expect(insert(numbers)).rejects.toMatchObject({ constraint: 'rating_published_bounded' })
  })

  test('takes fives within each other', async () => {
    await insert({ rated: 10, bad: 10, followed: 10, verdicts: 5, unanswered: 5, discontent: 5 })
  })
})
