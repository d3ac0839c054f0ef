/** A child stands by a task while it is a child, and while a guardian whom staff have seen stands for it. */
import { expect, test } from 'vitest'
import type { SignupDetail } from '../../../bff/contracts/src/signup-case'
import { endGrownUp } from '../../../bff/src/modules/signups/jobs'
import { mustFit } from '../../../bff/src/modules/signups/fit'
import { findTask } from '../../../bff/src/modules/tasks/service'
import { readOf } from '../../../bff/src/platform/read'
import { testApp } from '../../support/app'
import { linkSecond, makeChild, verify } from '../../support/children'
import { fresh, toldTo } from '../../support/consultations'
import { act, caseOf, ok } from '../../support/story'
import { untilAnswered } from '../../support/retrying'
import { taskStage } from '../../support/tasks'
import { together, values } from '../../support/together'
import { register } from '../../support/volunteers'
import { localTime, makePerson, type Person } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)
const { pool } = app.database

/** A child of a verified guardian, itself verified as a volunteer. */
async function young(birthDate = '2012-05-21') {
  const father = await makePerson(app, { name: '普志强', phone: '13911112222' })
  const { id: childId } = await makeChild(app, father, { birthDate, grade: 8, name: '普小鱼' })
  await verify(app, stage.staff, father, childId)
  const { id } = await register(app, await fresh(app, father), { childId })
  await ok(act(app, 'verifyVolunteer', await fresh(app, stage.staff), id))
  return { father, childId }
}
async function secondOf(father: Person, childId: string): Promise<Person> {
  const mother = await makePerson(app, { name: '普桂兰', phone: '13955556666' })
  await linkSecond(app, await fresh(app, father), mother, childId)
  await verify(app, stage.staff, mother, childId)
  return mother
}
const endLinks = (childId: string, who?: Person) =>
  pool.query(
    'UPDATE guardians SET ended_at = now() WHERE child_id = $1 AND account_id = coalesce($2, account_id)',
    [childId, who?.accountId ?? null],
  )
const signing = async (who: Person, taskId: string, childId: string) => {
  const { token } = await fresh(app, who)
  return app.call<SignupDetail>('signUpForTask', { params: { id: taskId }, body: { childId }, token })
}
const stateOf = async (who: Person, id: string) => (await caseOf(app, await fresh(app, who), id)).state

test('whoever turns 18 stands by it until the birthday, and no longer', async () => {
  const { father, childId } = await young('2008-11-25')
  const task = await stage.task({
    startsAt: localTime('2026-11-25', 14),
    endsAt: localTime('2026-11-25', 16),
  })
  const { id } = (await signing(father, task.id, childId)).body
  app.clock.set(new Date(localTime('2026-11-24', 23)))
  expect(await endGrownUp(app.deps)).toBe(0)
  expect(await stateOf(father, id)).toBe('confirmed')
  app.clock.set(new Date(localTime('2026-11-25', 0)))
  expect(await endGrownUp(app.deps)).toBe(1)
  expect(await stateOf(father, id)).toBe('cancelled')
  expect(await toldTo(app, father)).toContain('case_answered')
  expect(await endGrownUp(app.deps)).toBe(0)
})

test('whose last guardian is none any more stands by nothing, of two one is enough', async () => {
  const { father, childId } = await young()
  const mother = await secondOf(father, childId)
  const { id } = (await signing(father, (await stage.task()).id, childId)).body
  await endLinks(childId, father)
  expect(await endGrownUp(app.deps)).toBe(0)
  expect(await stateOf(mother, id)).toBe('confirmed')
  await endLinks(childId)
  expect(await endGrownUp(app.deps)).toBe(1)
  const { rows } = await pool.query('SELECT state FROM signups WHERE case_id = $1', [id])
  expect(rows).toEqual([{ state: 'cancelled' }])
})

test('who waits is not passed over where another guardian stands for it by now', async () => {
  const { father, childId } = await young()
  const task = await stage.task()
  const first = await stage.take(stage.volunteer, task.id)
  const { id } = (await signing(father, task.id, childId)).body
  const mother = await secondOf(father, childId)
  await endLinks(childId, father)
  await stage.decide('withdrawSignup', stage.volunteer, first.id)
  expect(await stateOf(mother, id)).toBe('held')
  await ok(act(app, 'acceptOffer', await fresh(app, mother), id))
  expect(await stateOf(mother, id)).toBe('confirmed')
})

/** Five hours each, one after the other: both are more than a day's eight. */
const halves = async () => [
  await stage.task({ startsAt: localTime('2026-11-25', 8), endsAt: localTime('2026-11-25', 13) }),
  await stage.task({ startsAt: localTime('2026-11-25', 13), endsAt: localTime('2026-11-25', 18) }),
]

test('two guardians at once do not give a child more than eight hours a day', async () => {
  const { father, childId } = await young()
  const guardians = [father, await secondOf(father, childId)]
  for (let round = 0; round < 5; round++) {
    const tasks = await halves()
    const answers = values(
      await together(2, (n) =>
        untilAnswered(() => signing(guardians[n] as Person, tasks[n]?.id ?? '', childId)),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    await pool.query(`UPDATE cases SET state = 'cancelled', closed_at = now(), waiting_for = 'nobody'
      WHERE type = 'signup' AND closed_at IS NULL`)
  }
})

test('control: where the child is not held, both guardians pass', async () => {
  const { father, childId } = await young()
  const guardians = [father, await secondOf(father, childId)]
  const tasks = await halves()
  const passed: string[] = []
  let both: () => void = () => undefined
  const waited = new Promise<void>((resolve) => (both = resolve))
  await together(2, (n) =>
    app.deps.db.transaction(async (tx) => {
      const task = await findTask(readOf(tx), tasks[n]?.id ?? '')
      if (!task) throw new Error('There is no task.')
      const { accountId } = guardians[n] as Person
      await mustFit(app.deps, tx, task, { accountId, childId }, app.clock.now())
      passed.push(task.id)
      if (passed.length === 2) both()
      await waited
    }),
  )
  expect(passed).toHaveLength(2)
})
