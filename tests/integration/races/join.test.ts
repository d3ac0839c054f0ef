/** Somebody books with the account that becomes part of another one in the same moment: nothing is left behind. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeTo, withPhone } from '../../support/accounts'
import { testApp } from '../../support/app'
import { together } from '../../support/together'
import { liftQuota, makeDivisions, makePerson, makeRoom, wish } from '../../support/world'

const tries = 3
const app = await testApp()
const { pool } = app.database

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})

/** @returns how many matters name an account that is none any more, and how many were answered as booked */
async function race(): Promise<{ stranded: number; booked: number; kept: number }> {
  const [mine, other] = [await makePerson(app), await withPhone(app)]
  const rooms = await Promise.all(Array.from({ length: 8 }, () => makeRoom(app)))
  const body = { phone: other.phone, code: await codeTo(app, other.phone) }
  const results = await together(9, (n) =>
    n === 4
      ? app.call('joinByPhone', { body, token: mine.token })
      : app.call('requestBooking', { body: wish(rooms[n % 8] ?? ''), token: other.token }),
  )
  const count = async (id: string): Promise<number> =>
    (await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM cases WHERE subject_id = $1', [id]))
      .rows[0]?.n ?? -1
  return {
    stranded: await count(other.accountId),
    kept: await count(mine.accountId),
    booked: results.filter((r) => r.status === 'fulfilled' && r.value.status === 201).length,
  }
}

const races = async () => {
  const all = []
  for (let n = 0; n < tries; n++) all.push(await race())
  return all
}

describe('a booking with an account that is being joined', () => {
  test('belongs to the one person, or was refused', async () => {
    for (const { stranded, kept, booked } of await races()) {
      expect(stranded).toBe(0)
      expect(kept).toBe(booked)
    }
  })

  describe('without the guard', () => {
    beforeEach(async () => {
      // Slow enough that the requests of before meet the join.
      await pool.query(`ALTER TABLE cases DISABLE TRIGGER cases_account_lives;
        CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.3); RETURN NEW; END';
        CREATE TRIGGER dawdle BEFORE INSERT ON cases FOR EACH ROW EXECUTE FUNCTION dawdle()`)
    })

    test('some are left behind', async () => {
      const all = await races()
      expect(all.reduce((sum, { stranded }) => sum + stranded, 0)).toBeGreaterThan(0)
    })
  })
})
