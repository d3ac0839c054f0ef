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

interface Race {
  /** Whether the join was done; a busy machine may answer that it waited too long for a lock, and has changed nothing then. */
  joined: boolean
  /** Matters of the account that was joined. */
  stranded: number
  /** Matters of the account that took it in. */
  kept: number
  /** Requests that were answered as booked. */
  booked: number
}

async function race(): Promise<Race> {
  const [mine, other] = [await makePerson(app), await withPhone(app)]
  const rooms = await Promise.all(Array.from({ length: 8 }, () => makeRoom(app)))
  const body = { phone: other.phone, code: await codeTo(app, other.phone) }
  const results = await together(9, (n) =>
    n === 4
      ? app.call('joinByPhone', { body, token: mine.token })
      : app.call('requestBooking', { body: wish(rooms[n % 8] ?? ''), token: other.token }),
  )
  const join = results[4]
  const answer = join?.status === 'fulfilled' ? join.value.status : 0
  expect([200, 503]).toContain(answer)
  const count = async (id: string): Promise<number> =>
    (await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM cases WHERE subject_id = $1', [id]))
      .rows[0]?.n ?? -1
  return {
    joined: answer === 200,
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
    for (const { joined, stranded, kept, booked } of await races())
      expect({ stranded, kept }).toEqual(
        joined ? { stranded: 0, kept: booked } : { stranded: booked, kept: 0 },
      )
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
