/** A step is written with all that follows from it or not at all; and what stands beside a thread follows its people. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Prisma } from '../../../bff/src/generated/client'
import { onJoin, onLeave } from '../../../bff/src/modules/consultations/account-store'
import { partSql } from '../../../bff/src/modules/leaving/export-store'
import { monday, testApp } from '../../support/app'
import { ask, forget, hour, offer, threadOf } from '../../support/consultations'
import { act, caseOf, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let party: Person
let adviser: Person
let mediator: Person
let id: string

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  await forget(app)
  party = await makePerson(app, { name: '李秀英' })
  adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  mediator = await makePerson(app, { name: '段永红', grants: [['mediator', here.slice(0, 6)]] })
  id = (await ask(app, party, { reach: 'phone' })).id
})

const query = async (sql: string): Promise<unknown[]> => (await app.database.pool.query(sql, [id])).rows

/** All that there is of the case, beside its notices. */
const standing = async (): Promise<unknown> => [
  await query('SELECT state, due_at, lapses_at FROM cases WHERE id = $1'),
  await query('SELECT handler_id, parts, handed_lines FROM consultations WHERE case_id = $1'),
  await query('SELECT id FROM consultation_times WHERE case_id = $1 ORDER BY id'),
  await query('SELECT id, called_off_at FROM consultation_meetings WHERE case_id = $1 ORDER BY id'),
  await query('SELECT n FROM consultation_attempts WHERE case_id = $1 ORDER BY n'),
  await query('SELECT id, ended_at FROM contact_visits WHERE case_id = $1'),
  await query('SELECT state FROM consultation_referrals WHERE case_id = $1 ORDER BY id'),
  await query('SELECT action FROM case_events WHERE case_id = $1 ORDER BY id'),
]

const times = async () => (await threadOf(app, party, id)).appointments
const referral = async () => (await threadOf(app, party, id)).referrals.at(-1)?.id ?? ''
const call = () => act(app, 'recordAttempt', adviser, id, { body: { outcome: 'no_answer' } })
const offering = () => offer(app, adviser, id, { times: [hour(14), hour(16)] })
const proposing = () =>
  act(app, 'proposeReferral', adviser, id, { body: { kind: 'mediation', parts: ['question'] } })
const take = async (n: number) => act(app, 'takeTime', party, (await times())[n]?.id ?? '')
const consent = async () => act(app, 'consentReferral', party, await referral())

test('what fails at its last word leaves nothing of the step', async () => {
  const sayNothing = (table: string) =>
    app.database.pool.query(`
      CREATE FUNCTION say_nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'cut' USING ERRCODE = 'XX000'; END $$;
      CREATE TRIGGER say_nothing BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION say_nothing()`)
  const steps = [
    offering,
    () => take(0),
    () => take(1),
    call,
    call,
    call,
    proposing,
    consent,
    async () => act(app, 'acknowledgeReferral', mediator, await referral()),
  ]
  for (const step of steps) {
    const before = await standing()
    await sayNothing('notices')
    expect((await step()).status).toBe(500)
    expect(await standing()).toEqual(before)
    await app.database.pool.query('DROP FUNCTION say_nothing() CASCADE')
    await ok(step())
    expect(await standing()).not.toEqual(before)
  }
})

describe('two accounts of one adviser', () => {
  test('that become one are in one place: of two meetings at one hour the other is off', async () => {
    const twin = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
    await ok(offering())
    await ok(take(0))
    const second = await ask(app, party)
    await app.database.pool.query(`UPDATE consultations SET handler_id = $2 WHERE case_id = $1`, [
      second.id,
      twin.accountId,
    ])
    await ok(offer(app, twin, second.id, { times: [hour(14.5)] }))
    const [theirs] = (await threadOf(app, party, second.id)).appointments
    await ok(act(app, 'takeTime', party, theirs?.id ?? ''))
    const statement = onJoin({
      from: Prisma.sql`${twin.accountId}::uuid`,
      into: Prisma.sql`${adviser.accountId}::uuid`,
      at: Prisma.sql`${app.clock.now()}::timestamptz`,
    })['consultation_meetings.adviser_id']
    await app.deps.db.transaction((tx) => tx.$executeRaw(statement))
    const { rows } = await app.database.pool.query<{ off: boolean }>(
      `SELECT called_off_at IS NOT NULL AS off FROM consultation_meetings WHERE adviser_id = $1 ORDER BY starts_at`,
      [adviser.accountId],
    )
    expect(rows).toEqual([{ off: false }, { off: true }])
  })
})

test('whoever leaves is met by nobody and visited by nobody, and took it all along', async () => {
  await ok(offering())
  await ok(take(0))
  for (let n = 0; n < 3; n++) await ok(call())
  await ok(proposing())
  const taken = await Promise.all(
    (['calls', 'appointments', 'referrals'] as const).map(
      async (part) => (await app.database.pool.query(partSql[part], [[party.accountId], 100])).rows,
    ),
  )
  const { number } = await caseOf(app, party, id)
  expect(taken.map((rows) => rows.length)).toEqual([4, 1, 1])
  expect(taken.flat().every((row: { number: string }) => row.number === number)).toBe(true)
  for (const table of ['consultation_times', 'consultation_meetings', 'contact_visits'] as const)
    await app.database.pool.query(onLeave[table], [[party.accountId]])
  expect(await query('SELECT id FROM consultation_times WHERE case_id = $1')).toEqual([])
  expect(
    await query('SELECT id FROM consultation_meetings WHERE case_id = $1 AND link_sealed IS NOT NULL'),
  ).toEqual([])
  expect(await query('SELECT id FROM contact_visits WHERE case_id = $1 AND ended_at IS NULL')).toEqual([])
})
