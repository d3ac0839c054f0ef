/** What the database itself promises of a rating. */
import { beforeAll, expect, test } from 'vitest'
import { rolledBack, testDatabase, type Trial } from '../../support/database'
import { anotherRating, ratingRows } from '../schema/rating-violations'
import { rows } from '../schema/violations'

const { pool } = await testDatabase()
beforeAll(() => pool.query(`${rows}${ratingRows}`))

const tried = (work: Trial): Promise<void> => rolledBack(pool, work)

test('is given by the person served, whatever the service does', async () => {
  const account = `'00000000-0000-4000-8000-00000000000a'`
  await tried((client) =>
    expect(client.query(anotherRating({ rater_id: account }))).rejects.toMatchObject({
      constraint: 'ratings_by_person_served',
    }),
  )
  await tried((client) => client.query(anotherRating()))
})

test.each([
  [`UPDATE ratings SET grade = 'satisfied'`],
  [`UPDATE ratings SET rater_id = '00000000-0000-4000-8000-00000000000b'`],
  ['DELETE FROM ratings'],
  [`UPDATE rating_published SET rated = 6`],
  ['DELETE FROM rating_published'],
])('stands as it was given: %s', async (sql) => {
  await tried((client) => expect(client.query(sql)).rejects.toMatchObject({ code: '23001' }))
})
