/** One appointment for 64, an adviser never in two places, a room never twice, one receiver; each with its control. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { ask, forget, fresh, makeStation, offer, threadOf } from '../../support/consultations'
import { act, ok } from '../../support/story'
import { together, values } from '../../support/together'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
const residents = 64
let people: Person[]
let advisers: Person[]

beforeAll(async () => {
  await makeDivisions(app)
  people = []
  for (let n = 0; n < residents; n++) people.push(await makePerson(app))
})
beforeEach(async () => {
  app.clock.set(monday)
  await forget(app)
  await app.database.pool.query(
    `UPDATE cases SET state = 'cancelled', closed_at = $1, lapses_at = NULL, waiting_for = 'nobody' WHERE closed_at IS NULL`,
    [monday],
  )
  advisers = []
  for (const name of ['高正荣', '罗正荣', '段永红', '张学明'])
    advisers.push(await makePerson(app, { name, grants: [['legal_adviser', here]] }))
  people = await Promise.all(people.map((one) => fresh(app, one)))
})

/** Everybody asks and is offered the same hour: by the adviser they have, in the same room if there is one. */
async function offered(n: number, stationId: string | null): Promise<string[]> {
  const ids: string[] = []
  for (const person of people.slice(0, n)) {
    const { id, facts } = await ask(app, person)
    const adviser = advisers[['高正荣', '罗正荣', '段永红', '张学明'].indexOf(facts.handler ?? '')]
    const where = stationId === null ? {} : { kind: 'station', stationId }
    await ok(offer(app, adviser ?? people[0]!, id, where))
    ids.push((await threadOf(app, person, id)).appointments[0]?.id ?? '')
  }
  return ids
}

const taken = async (ids: readonly string[]): Promise<string[]> =>
  values(await together(ids.length, (n) => act(app, 'takeTime', people[n] ?? people[0]!, ids[n] ?? ''))).map(
    ({ status, problem }) => (status === 200 ? 'taken' : problem.code),
  )

const count = (codes: readonly string[], code: string): number => codes.filter((one) => one === code).length

const doubled = async (column: 'adviser_id' | 'station_id'): Promise<number> => {
  const { rows } = await app.database.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM consultation_meetings a JOIN consultation_meetings b ON a.id < b.id
       AND a.${column} = b.${column} AND tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
     WHERE a.called_off_at IS NULL AND b.called_off_at IS NULL`,
  )
  return rows[0]?.n ?? -1
}

test('64 residents for one hour of one adviser: one has it, the others are told, and nothing is half written', async () => {
  await app.database.pool.query('UPDATE grants SET revoked_at = now() WHERE account_id <> $1', [
    advisers[0]?.accountId,
  ])
  const ids = await offered(residents, null)
  const codes = await taken(ids)
  expect([count(codes, 'taken'), count(codes, 'time_gone')]).toEqual([1, residents - 1])
  expect(await doubled('adviser_id')).toBe(0)
  const { rows } = await app.database.pool.query<{ times: number; events: number }>(
    `SELECT (SELECT count(*)::int FROM consultation_times WHERE id = ANY ($1::uuid[])) AS times,
       (SELECT count(*)::int FROM case_events WHERE action = 'take_time') AS events`,
    [ids],
  )
  expect(rows).toEqual([{ times: residents - 1, events: 1 }])
})

test('one room for the residents of four advisers: one has it', async () => {
  const codes = await taken(await offered(16, await makeStation(app)))
  expect([count(codes, 'taken'), count(codes, 'time_gone')]).toEqual([1, 15])
  expect(await doubled('station_id')).toBe(0)
})

describe('with the constraints dropped', () => {
  beforeEach(async () => {
    await app.database.pool
      .query(`ALTER TABLE consultation_meetings DROP CONSTRAINT IF EXISTS consultation_meetings_adviser_once,
      DROP CONSTRAINT IF EXISTS consultation_meetings_station_once`)
  })

  test('an adviser is in two places, and a room taken twice', async () => {
    await taken(await offered(16, await makeStation(app)))
    expect(await doubled('adviser_id')).toBeGreaterThan(0)
    expect(await doubled('station_id')).toBeGreaterThan(0)
  })
})

describe('what is handed over', () => {
  let mediators: Person[]
  /** Sent to an office of eight, all of whom say in one instant that they have it. */
  async function received(): Promise<string[]> {
    mediators = []
    for (let n = 0; n < 8; n++)
      mediators.push(
        await makePerson(app, { name: `调解员${String(n)}`, grants: [['mediator', here.slice(0, 6)]] }),
      )
    const [party] = people
    const { id, facts } = await ask(app, party!)
    const adviser = advisers.find((_, n) => ['高正荣', '罗正荣', '段永红', '张学明'][n] === facts.handler)
    await ok(act(app, 'proposeReferral', adviser!, id, { body: { kind: 'mediation', parts: ['question'] } }))
    const referral = (await threadOf(app, party!, id)).referrals[0]?.id ?? ''
    await ok(act(app, 'consentReferral', party!, referral))
    return values(await together(8, (n) => act(app, 'acknowledgeReferral', mediators[n]!, referral))).map(
      ({ status, problem }) => (status === 200 ? 'received' : problem.code),
    )
  }

  test('is received by one of all who can', async () => {
    const codes = await received()
    expect([count(codes, 'received'), count(codes, 'action_not_open')]).toEqual([1, 7])
  })

  describe('with a case and a referral that stay as they were', () => {
    beforeEach(() =>
      app.database.pool.query(`
        CREATE FUNCTION stay_sent() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END';
        CREATE TRIGGER stay_sent BEFORE UPDATE ON consultation_referrals FOR EACH ROW WHEN (OLD.state = 'sent')
          EXECUTE FUNCTION stay_sent();
        CREATE TRIGGER stay_sent BEFORE UPDATE ON cases FOR EACH ROW WHEN (OLD.state = 'referred' AND NEW.state = 'waiting')
          EXECUTE FUNCTION stay_sent()`),
    )

    test('is received by many', async () => {
      expect(count(await received(), 'received')).toBeGreaterThan(1)
    })
  })
})
