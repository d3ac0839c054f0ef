/** Two accounts that become one are in one place at a time, and keep their hours. */
import { expect, test } from 'vitest'
import { joinWith, withPhone } from '../../support/accounts'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { finishSignups } from '../../../bff/src/modules/signups/jobs'
import { ok } from '../../support/story'
import { taskStage } from '../../support/tasks'
import { makeVolunteer } from '../../support/volunteers'
import { confirmed, localTime } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)

async function pair() {
  const from = await withPhone(app, { name: '周海涛' })
  const into = await withPhone(app, { name: '周海涛' })
  for (const who of [from, into]) await makeVolunteer(app, who, stage.staff)
  return { from, into }
}
const join = async ({ from, into }: Awaited<ReturnType<typeof pair>>) =>
  ok(joinWith(app, await confirmed(app, await fresh(app, into)), from.phone))
const statesOf = async (accountId: string) => {
  const { rows } = await app.database.pool.query<{ state: string }>(
    'SELECT state FROM signups WHERE party_id = $1 ORDER BY state',
    [accountId],
  )
  return rows.map(({ state }) => state)
}

test('of two tasks at one time the first stands, and the place of the other is free', async () => {
  const both = await pair()
  const [one, two] = [await stage.task(), await stage.task()]
  await stage.take(both.from, one.id)
  app.clock.advance(1)
  await stage.take(both.into, two.id)
  await join(both)
  expect(await statesOf(both.into.accountId)).toEqual(['cancelled', 'confirmed'])
  expect((await stage.take(stage.volunteer, two.id)).state).toBe('confirmed')
})

test('of two in one line one waits', async () => {
  const both = await pair()
  const task = await stage.task()
  await stage.take(stage.volunteer, task.id)
  await stage.take(both.from, task.id)
  await stage.take(both.into, task.id)
  await join(both)
  expect(await statesOf(both.into.accountId)).toEqual(['cancelled', 'waiting'])
})

test('hours of both are of one person', async () => {
  const both = await pair()
  const task = await stage.task({ places: 2 })
  const other = await stage.task({
    startsAt: localTime('2026-11-25', 9),
    endsAt: localTime('2026-11-25', 10),
  })
  const ids = [(await stage.take(both.from, task.id)).id, (await stage.take(both.into, other.id)).id]
  app.clock.set(new Date(task.endsAt))
  await finishSignups(app.deps)
  for (const id of ids) await stage.decide('creditHours', stage.staff, id, { halves: 2 })
  await join(both)
  expect(await statesOf(both.into.accountId)).toEqual(['completed', 'completed'])
})
