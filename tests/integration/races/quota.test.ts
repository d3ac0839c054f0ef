import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { together, values } from '../../support/together'
import { liftQuota, makeDivisions, makePerson, makeRoom, wish } from '../../support/world'

const perWeek = 3
const rooms = 12
const app = await testApp()

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app, '5323', perWeek)
})

/** One person asks for twelve rooms in one instant. */
async function askForAll() {
  const { token, accountId } = await makePerson(app)
  const ids = await Promise.all(Array.from({ length: rooms }, () => makeRoom(app)))
  const answers = values(
    await together(rooms, (n) => app.call('requestBooking', { body: wish(ids[n] ?? ''), token })),
  )
  const { rows } = await app.database.pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM cases WHERE subject_id = $1',
    [accountId],
  )
  return { answers, saved: rows[0]?.n ?? -1 }
}

describe('the last places of a week', () => {
  test('exactly the quota is booked, the rest is told the limit', async () => {
    const { answers, saved } = await askForAll()
    const no = answers.filter((a) => a.status === 409)
    expect(answers.filter((a) => a.status === 201)).toHaveLength(perWeek)
    expect(no).toHaveLength(rooms - perWeek)
    for (const { problem } of no)
      expect(problem).toMatchObject({ code: 'booking_quota_reached', facts: { perWeek } })
    expect(saved).toBe(perWeek)
  })

  describe('with a counter that does not count', () => {
    beforeEach(async () => {
      await app.database.pool.query(`
        CREATE FUNCTION forget_use() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.used := 0; RETURN NEW; END';
        CREATE TRIGGER forget_use BEFORE INSERT OR UPDATE ON booking_quotas
          FOR EACH ROW EXECUTE FUNCTION forget_use()`)
    })

    test('the same person gets more', async () => {
      expect((await askForAll()).saved).toBeGreaterThan(perWeek)
    })
  })
})
