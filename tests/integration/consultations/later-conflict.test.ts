/** A conflict of interest that nobody could see when a question was given: a name is known later, or two accounts are one. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { Prisma } from '../../../bff/src/generated/client'
import { onJoin } from '../../../bff/src/modules/consultations/account-store'
import { giveOnConflicts } from '../../../bff/src/modules/consultations/jobs'
import { testApp } from '../../support/app'
import { ask, forget, threadOf } from '../../support/consultations'
import { act, caseOf, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person, signIn } from '../../support/world'

const app = await testApp()
const [village, township] = ['村顾问', '镇顾问']

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  await forget(app)
  await makePerson(app, { name: township, grants: [['legal_adviser', here.slice(0, 9)]] })
})

/** Runs what the database has added since a name was given or two accounts are one. */
async function looks(): Promise<void> {
  const { rows } = await app.database.pool.query<{ accountId: string }>(
    `WITH due AS (DELETE FROM graphile_worker._private_jobs WHERE task_id =
       (SELECT id FROM graphile_worker._private_tasks WHERE identifier = 'look_at_conflicts') RETURNING payload)
     SELECT payload ->> 'accountId' AS "accountId" FROM due`,
  )
  for (const { accountId } of rows) await giveOnConflicts(app.deps, accountId)
}
const handlerOf = async (who: Person, id: string): Promise<unknown> => (await caseOf(app, who, id)).facts

test('who says their name later is given on where it is the other side of what the adviser has', async () => {
  await makePerson(app, { name: village, grants: [['legal_adviser', here]] })
  const first = await makePerson(app, { name: '何先来' })
  const { id } = await ask(app, first, { opposite: '马后说' })
  const [nameless, stranger] = [await makePerson(app), await makePerson(app)]
  const [other, third] = [await ask(app, nameless), await ask(app, stranger)]
  expect([other.facts.handler, third.facts.handler]).toEqual([village, village])
  await ok(app.call('updateMe', { body: { name: '马后说' }, token: nameless.token }))
  await ok(app.call('updateMe', { body: { name: '谁也不是' }, token: stranger.token }))
  await looks()
  expect(await handlerOf(nameless, other.id)).toMatchObject({ handler: township })
  expect(await handlerOf(first, id)).toMatchObject({ handler: village })
  expect(await handlerOf(stranger, third.id)).toMatchObject({ handler: village })
})

test('a name said while the question is being given waits for it, and is looked at', async () => {
  const adviser = await makePerson(app, { name: village, grants: [['legal_adviser', here]] })
  await ask(app, await makePerson(app, { name: '何先来' }), { opposite: '马后说' })
  const nameless = await makePerson(app)
  const holder = await app.database.pool.connect()
  await holder.query('BEGIN')
  await holder.query('SELECT FROM advisers WHERE account_id = $1 FOR UPDATE', [adviser.accountId])
  const waiting = async (): Promise<number | null> =>
    (
      await app.database.pool.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
    ).rowCount
  const asked = ask(app, nameless)
  await expect.poll(waiting, { timeout: 10_000 }).toBe(1)
  const named = app.call('updateMe', { body: { name: '马后说' }, token: nameless.token })
  await expect.poll(waiting, { timeout: 10_000 }).toBe(2)
  await holder.query('COMMIT')
  holder.release()
  const [{ id, facts }] = await Promise.all([asked, ok(named)])
  expect(facts).toMatchObject({ handler: village })
  await looks()
  expect(await handlerOf(nameless, id)).toMatchObject({ handler: township })
})

test('what was handed over does not come back to whoever is on the other side by then', async () => {
  await makePerson(app, { name: village, grants: [['legal_adviser', here]] })
  const mediator = await makePerson(app, { name: '段永红', grants: [['mediator', here.slice(0, 6)]] })
  await ask(app, await makePerson(app, { name: '何先来' }), { opposite: '马后说' })
  const nameless = await makePerson(app)
  const { id, facts } = await ask(app, nameless)
  expect(facts).toMatchObject({ handler: village })
  const { rows } = await app.database.pool.query<{ id: string }>(
    'SELECT handler_id AS id FROM consultations WHERE case_id = $1',
    [id],
  )
  const adviser = await signIn(app.deps, rows[0]?.id ?? '')
  const proposal = { body: { kind: 'mediation', parts: ['question'] } }
  await ok(act(app, 'proposeReferral', adviser, id, proposal))
  const referral = (await threadOf(app, nameless, id)).referrals.at(-1)?.id ?? ''
  await ok(act(app, 'consentReferral', nameless, referral))
  await ok(app.call('updateMe', { body: { name: '马后说' }, token: nameless.token }))
  await looks()
  await ok(act(app, 'returnReferral', mediator, referral))
  expect(await handlerOf(nameless, id)).toMatchObject({ handler: township })
})

/** What joining does of it: accounts of staff are joined at the counter, with papers. */
const becomeOne = (twin: Person, one: Person) =>
  app.deps.db.transaction(async (tx) => {
    const [from, into] = [Prisma.sql`${twin.accountId}::uuid`, Prisma.sql`${one.accountId}::uuid`]
    const at = Prisma.sql`${app.clock.now()}::timestamptz`
    await tx.$executeRaw`UPDATE accounts SET joined_into = ${into} WHERE id = ${from}`
    await tx.$executeRaw`UPDATE grants SET revoked_at = now() WHERE account_id = ${from}`
    await tx.$executeRaw(onJoin({ from, into, at })['consultations.handler_id'])
  })

test('two advisers who turn out to be one person do not keep both sides', async () => {
  const [one, twin] = [
    await makePerson(app, { name: '一人', grants: [['legal_adviser', here]] }),
    await makePerson(app, { grants: [['legal_adviser', here]] }),
  ]
  const [first, against] = [
    await makePerson(app, { name: '何先来' }),
    await makePerson(app, { name: '马后说' }),
  ]
  const { id } = await ask(app, first, { opposite: '马后说' })
  const other = await ask(app, against)
  const handlers = async () =>
    [await handlerOf(first, id), await handlerOf(against, other.id)]
      .map((facts) => (facts as { handler: string }).handler)
      .sort()
  expect(await handlers()).toEqual(['一人', '值班员'].sort())
  await becomeOne(twin, one)
  await looks()
  const after = await handlers()
  expect(after).toContain(township)
  expect(after).not.toEqual([township, township])
})
