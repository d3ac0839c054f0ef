import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { completeEnded } from '../../../bff/src/modules/bookings/jobs'
import { escalateOverdue } from '../../../bff/src/modules/cases/clock'
import { buildTestApp, monday, testApp } from '../../support/app'
import { act, book, caseOf, deliverAll, ok } from '../../support/story'
import { together, values } from '../../support/together'
import {
  elsewhere,
  here,
  liftQuota,
  localTime,
  makeDivisions,
  makePerson,
  makeRoom,
  type Person,
  signIn,
  wish,
} from '../../support/world'

const app = await testApp()
/** Another worker on the same database. */
const second = await buildTestApp(app.database, inject('redisUrl'))
afterAll(() => second.close())
const { pool } = app.database
const due = '2026-11-23T08:12:00Z'

let party: Person
let staff: Person
let township: Person

beforeAll(async () => {
  await makeDivisions(app)
  await liftQuota(app)
})
beforeEach(async () => {
  await moveTo(monday)
  await pool.query('UPDATE grants SET revoked_at = now() WHERE revoked_at IS NULL')
  await pool.query('UPDATE cases SET due_at = NULL, escalated_at = now()')
  party = await makePerson(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  township = await makePerson(app, { grants: [['supervisor', '532301101']] })
})

async function moveTo(at: string): Promise<void> {
  for (const { clock } of [app, second]) clock.set(at)
  if (!party) return
  party = await signIn(app.deps, party.accountId)
  staff = await signIn(app.deps, staff.accountId)
  township = await signIn(app.deps, township.accountId)
}

const request = async (community = here): Promise<string> =>
  (await book(app, party, wish(await makeRoom(app, { community })))).id

async function eventsOf(id: string, action: string): Promise<number | undefined> {
  const { rows } = await pool.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM case_events WHERE case_id = $1 AND action = $2',
    [id, action],
  )
  return rows[0]?.n
}

async function told(id: string): Promise<string[]> {
  await deliverAll(app)
  const { rows } = await pool.query<{ account_id: string }>(
    `SELECT account_id FROM notices WHERE case_id = $1 AND kind = 'booking_escalated' AND delivered_at IS NOT NULL
     ORDER BY account_id`,
    [id],
  )
  return rows.map((r) => r.account_id)
}

describe('a request that nobody answered in time', () => {
  test('is told to the township once, is said so on the case, and waits on', async () => {
    const deputy = await makePerson(app, { grants: [['staff', '532301101']] })
    await makePerson(app, { grants: [['supervisor', '532301']] })
    await makePerson(app, { grants: [['supervisor', '532329203']] })
    const id = await request()
    await moveTo(due)
    expect(await escalateOverdue(app.deps)).toBe(0)
    await moveTo('2026-11-23T08:12:00.001Z')
    expect(await escalateOverdue(app.deps)).toBe(1)
    expect(await escalateOverdue(app.deps)).toBe(0)
    expect(await told(id)).toEqual([township.accountId, deputy.accountId].sort())
    const detail = await caseOf(app, party, id)
    expect(detail).toMatchObject({ state: 'pending', waitingFor: 'staff', escalated: true, overdue: true })
    expect(detail.timeline.at(-1)).toMatchObject({ action: 'escalate', side: 'system', by: null })
    expect((await act(app, 'confirmBooking', staff, id)).status).toBe(200)
  })

  test('is not escalated while the resident is asked, nor once it is decided', async () => {
    const [asked, confirmed] = [await request(), await request()]
    await ok(act(app, 'askSubject', staff, asked, { body: { note: '几点？' } }))
    await ok(act(app, 'confirmBooking', staff, confirmed))
    await moveTo('2026-11-24T09:00:00Z')
    expect(await escalateOverdue(app.deps)).toBe(0)
  })

  test('is told to the county where the township has nobody, to the prefecture where neither has', async () => {
    const [prefecture, county] = [
      await makePerson(app, { grants: [['supervisor', '5323']] }),
      await makePerson(app, { grants: [['supervisor', '532329']] }),
    ]
    const first = await request(elsewhere)
    await moveTo('2026-11-24T01:00:00Z')
    expect(await escalateOverdue(app.deps)).toBe(1)
    expect(await told(first)).toEqual([county.accountId])
    await pool.query('UPDATE grants SET revoked_at = now() WHERE account_id = $1', [county.accountId])
    await moveTo(monday)
    const next = await request(elsewhere)
    await moveTo('2026-11-24T01:00:00Z')
    await escalateOverdue(app.deps)
    expect(await told(next)).toEqual([prefecture.accountId])
  })

  test('is escalated where nobody is above, too: the case says so', async () => {
    const id = await request(elsewhere)
    await moveTo('2026-11-24T01:00:00Z')
    expect(await escalateOverdue(app.deps)).toBe(1)
    expect(await told(id)).toEqual([])
    expect((await caseOf(app, party, id)).escalated).toBe(true)
  })

  test('is escalated when its use begins while a question is open, and stays the resident’s turn', async () => {
    const id = await request()
    await ok(act(app, 'askSubject', staff, id, { body: { note: '几点？' } }))
    await moveTo(localTime('2026-11-25', 14))
    expect(await escalateOverdue(app.deps)).toBe(0)
    await moveTo(localTime('2026-11-25', 14.01))
    expect(await escalateOverdue(app.deps)).toBe(1)
    expect(await told(id)).toEqual([township.accountId])
    expect(await caseOf(app, party, id)).toMatchObject({ waitingFor: 'party', escalated: true })
  })

  test('is told again when the answer to a question is not read in its turn', async () => {
    const id = await request()
    await moveTo('2026-11-23T09:00:00Z')
    await escalateOverdue(app.deps)
    await ok(act(app, 'askSubject', staff, id, { body: { note: '几点？' } }))
    await ok(act(app, 'supplementBooking', party, id, { body: { note: '两点' } }))
    expect(await caseOf(app, party, id)).toMatchObject({ escalated: false, overdue: false })
    await moveTo('2026-11-24T09:00:00Z')
    expect(await escalateOverdue(app.deps)).toBe(1)
    expect(await told(id)).toEqual([township.accountId, township.accountId])
  })

  const byTwo = async (): Promise<{ ids: string[]; events: (number | undefined)[] }> => {
    const ids = [await request(), await request(), await request()]
    await moveTo('2026-11-24T01:00:00Z')
    const runs = values(await together(12, (n) => escalateOverdue((n % 2 ? app : second).deps)))
    expect(runs).toHaveLength(12)
    for (const _ of ids) await escalateOverdue(app.deps)
    return { ids, events: await Promise.all(ids.map((id) => eventsOf(id, 'escalate'))) }
  }

  test('is told once by several workers at once', async () => {
    const { ids, events } = await byTwo()
    expect(events).toEqual([1, 1, 1])
    for (const id of ids) expect(await told(id)).toEqual([township.accountId])
  })

  test('is written again and again once the mark is lost, and even then told once', async () => {
    await pool.query(`
      CREATE FUNCTION forget_mark() RETURNS trigger LANGUAGE plpgsql
        AS 'BEGIN NEW.escalated_at := NULL; RETURN NEW; END';
      CREATE TRIGGER forget_mark BEFORE UPDATE ON cases FOR EACH ROW EXECUTE FUNCTION forget_mark()`)
    const { ids, events } = await byTwo()
    await pool.query('DROP TRIGGER forget_mark ON cases')
    expect(events.map(Number).reduce((a, b) => a + b)).toBeGreaterThan(ids.length)
    for (const id of ids) expect(await told(id)).toEqual([township.accountId])
  })
})

describe('a booking that is over', () => {
  test('is completed by the clock, once, and not before its cleaning is over', async () => {
    const [id, pending] = [await request(), await request()]
    await ok(act(app, 'confirmBooking', staff, id))
    await moveTo(localTime('2026-11-25', 16.49))
    expect(await completeEnded(app.deps)).toBe(0)
    await moveTo(localTime('2026-11-25', 16.5))
    await together(4, (n) => completeEnded((n % 2 ? app : second).deps))
    const detail = await caseOf(app, party, id)
    expect(detail).toMatchObject({
      state: 'completed',
      waitingFor: 'nobody',
      can: [],
      facts: { keeper: null },
    })
    expect(detail.timeline.at(-1)).toMatchObject({ action: 'complete', side: 'system', by: null })
    expect(await eventsOf(id, 'complete')).toBe(1)
    expect((await caseOf(app, party, pending)).state).toBe('pending')
  })

  test('gives no place of the week back', async () => {
    const id = await request()
    await ok(act(app, 'confirmBooking', staff, id))
    await moveTo(localTime('2026-11-25', 17))
    await completeEnded(app.deps)
    const { rows } = await pool.query('SELECT used FROM booking_quotas WHERE subject_id = $1', [
      party.accountId,
    ])
    expect(rows).toEqual([{ used: 1 }])
  })
})
