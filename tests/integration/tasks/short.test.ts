/** A task for somebody that begins although not everybody stands: its person and its organiser hear so. */
import { expect, test } from 'vitest'
import type { NeedDetail } from '../../../bff/contracts/src/need-case'
import { tellShort } from '../../../bff/src/modules/signups/short'
import { testApp } from '../../support/app'
import { fresh, toldTo } from '../../support/consultations'
import { askForHelp } from '../../support/needs'
import { caseOf } from '../../support/story'
import { runNeedJobs, taskStage } from '../../support/tasks'
import { localTime, makePerson, type Person } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)
const two = { place: null, places: 2, twoPeople: true, adultsOnly: true }

async function asked(): Promise<{ party: Person; need: NeedDetail }> {
  const party = await makePerson(app, { name: '李秀英', phone: '13900000001' })
  return { party, need: await askForHelp(app, party) }
}
const seenBy = async (who: Person, id: string) => (await caseOf(app, await fresh(app, who), id)) as NeedDetail
const began = { startsAt: localTime('2026-11-25', 14), endsAt: localTime('2026-11-25', 16) }
const unsure = async (who: Person) => (await toldTo(app, who)).filter((kind) => kind === 'need_unsure')
const short = async () => (await toldTo(app, stage.staff)).filter((kind) => kind === 'task_short')

test('its person hears the evening before, and the desk as it begins, once each', async () => {
  const { party, need } = await asked()
  const task = await stage.task({ needId: need.id, ...two, ...began })
  const one = await stage.take(stage.volunteer, task.id)
  app.clock.set(new Date(localTime('2026-11-24', 18)))
  await tellShort(app.deps)
  expect(await unsure(party)).toEqual([])
  const found: number[] = []
  for (const hour of [19, 20]) {
    app.clock.set(new Date(localTime('2026-11-24', hour)))
    found.push(await tellShort(app.deps))
  }
  expect(found).toEqual([1, 0])
  expect(await unsure(party)).toHaveLength(1)
  expect(await short()).toEqual([])
  for (const minutes of [0, 5]) {
    app.clock.set(new Date(Date.parse(task.startsAt) + minutes * 60_000))
    await tellShort(app.deps)
  }
  expect(await short()).toHaveLength(1)
  expect((await seenBy(stage.staff, need.id)).state).toBe('open')
  const roll = await app.call<{ people: { caseId: string }[] }>('readRoll', {
    params: { id: task.id },
    token: (await fresh(app, stage.staff)).token,
  })
  expect(roll.body.people.map(({ caseId }) => caseId)).toEqual([one.id])
})

test('whoever of the family asked for somebody hears it, as whoever never signs in cannot', async () => {
  const daughter = await makePerson(app, { name: '李秀英', phone: '13900000001' })
  const forWhom = { name: '王桂芳', phone: null, relation: 'parent' } as const
  const need = await askForHelp(app, daughter, { forWhom })
  await stage.task({ needId: need.id, ...two, ...began })
  app.clock.set(new Date(localTime('2026-11-24', 19)))
  await tellShort(app.deps)
  expect(await unsure(daughter)).toHaveLength(1)
})

test('of what was asked for after that evening began nobody hears that it is not full', async () => {
  app.clock.set(new Date(localTime('2026-11-24', 20)))
  const { party, need } = await asked()
  await stage.task({ needId: need.id, ...two, ...began })
  expect([await tellShort(app.deps), await unsure(party)]).toEqual([0, []])
})

test('nobody hears of what is full, or arranged otherwise', async () => {
  const { party, need } = await asked()
  await stage.take(
    stage.volunteer,
    (await stage.task({ needId: need.id, place: null, adultsOnly: true, ...began })).id,
  )
  await runNeedJobs(app)
  app.clock.set(new Date(localTime('2026-11-24', 19)))
  await tellShort(app.deps)
  app.clock.set(new Date(began.startsAt))
  await tellShort(app.deps)
  expect([...(await unsure(party)), ...(await short())]).toEqual([])
})
