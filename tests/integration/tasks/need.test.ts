import { describe, expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { fresh, toldTo } from '../../support/consultations'
import type { NeedDetail } from '../../../bff/contracts/src/need-case'
import type { Task } from '../../../bff/contracts/src/tasks'
import { askForHelp } from '../../support/needs'
import { act, caseOf } from '../../support/story'
import { runNeedJobs, taskStage } from '../../support/tasks'
import { makeVolunteer } from '../../support/volunteers'
import { localTime, makePerson, type Person } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)
const two = { place: null, places: 2, twoPeople: true, adultsOnly: true }

async function asked(): Promise<{ party: Person; need: NeedDetail }> {
  const party = await makePerson(app, { name: '李秀英', phone: '13900000001' })
  return { party, need: await askForHelp(app, party) }
}
const seenBy = async (who: Person, id: string) => (await caseOf(app, await fresh(app, who), id)) as NeedDetail

const address = async (who: Person, id: string) =>
  app.call<{ place: string; phone: string | null }>('readTaskPlace', {
    params: { id },
    token: (await fresh(app, who)).token,
  })

describe('a need that becomes a task', () => {
  test('is arranged once all stand, and its person hears who comes', async () => {
    const { party, need } = await asked()
    const task = await stage.task({ needId: need.id, ...two })
    const second = await stage.joining('周海涛', {}, '13900000010')
    await stage.take(stage.volunteer, task.id)
    await runNeedJobs(app)
    expect((await seenBy(party, need.id)).state).toBe('open')
    expect(await toldTo(app, stage.volunteer)).not.toContain('task_both')
    await stage.take(second, task.id)
    await runNeedJobs(app)
    // Whoever was first does not look in vain until then.
    for (const one of [stage.volunteer, second])
      expect((await toldTo(app, one)).filter((kind) => kind === 'task_both')).toHaveLength(1)
    const arranged = await seenBy(party, need.id)
    expect(arranged.state).toBe('arranged')
    expect(arranged.startsAt).toBe(task.startsAt)
    expect(arranged.facts.helper).toContain('赵海涛')
    expect(arranged.facts.helper).toContain('周海涛')
    expect(await toldTo(app, party)).toContain('case_answered')
  })

  test('is open again as soon as one withdraws', async () => {
    const { party, need } = await asked()
    const task = await stage.task({ needId: need.id, place: null, places: 1, adultsOnly: true })
    const one = await stage.take(stage.volunteer, task.id)
    await runNeedJobs(app)
    expect((await seenBy(party, need.id)).state).toBe('arranged')
    await stage.decide('withdrawSignup', stage.volunteer, one.id)
    await runNeedJobs(app)
    const open = await seenBy(party, need.id)
    expect(open).toMatchObject({ state: 'open', waitingFor: 'staff', startsAt: null })
  })

  test('says who comes where one took the place of another before anybody looked', async () => {
    const { party, need } = await asked()
    const task = await stage.task({ needId: need.id, place: null, places: 1, adultsOnly: true })
    const second = await stage.joining('周海涛', {}, '13900000010')
    const one = await stage.take(stage.volunteer, task.id)
    await runNeedJobs(app)
    await stage.decide('withdrawSignup', stage.volunteer, one.id)
    await stage.take(second, task.id)
    await runNeedJobs(app)
    const { state, facts } = await seenBy(party, need.id)
    expect([state, facts.helper]).toEqual(['arranged', '志愿者周海涛'])
  })

  test.each(['cancelNeed', 'arrangeNeed'] as const)('%s tells the volunteers at once', async (name) => {
    const { party, need } = await asked()
    const task = await stage.task({ needId: need.id, place: null, places: 2, adultsOnly: true })
    const one = await stage.take(stage.volunteer, task.id)
    const body =
      name === 'arrangeNeed'
        ? { helper: '志愿者小李', startsAt: localTime('2026-11-25', 9), endsAt: localTime('2026-11-25', 10) }
        : {}
    const who = await fresh(app, name === 'arrangeNeed' ? stage.staff : party)
    expect((await act(app, name, who, need.id, { body })).status).toBe(200)
    await runNeedJobs(app)
    expect((await stage.seenBy(stage.volunteer, one.id)).state).toBe('cancelled')
    expect(await toldTo(app, stage.volunteer)).toContain('task_off')
    expect(await stage.refused(stage.volunteer, task.id)).toBe('task_over')
  })

  test('is named to whoever organises the task, and to nobody else', async () => {
    const { need } = await asked()
    const { id } = await stage.task({ needId: need.id, place: null, adultsOnly: true })
    const read = async (who: Person) =>
      (await app.call<Task>('getTask', { params: { id }, token: (await fresh(app, who)).token })).body.need
    expect(await read(stage.staff)).toEqual({ id: need.id, number: need.number })
    expect(await read(stage.volunteer)).toBeNull()
    expect(await read(stage.township)).toBeNull()
  })

  test('that is open again is looked for anew, and a clock that is late leaves that alone', async () => {
    const { need } = await asked()
    const body = {
      helper: '志愿者小李',
      startsAt: localTime('2026-11-25', 9),
      endsAt: localTime('2026-11-25', 10),
    }
    await stage.decide('arrangeNeed', stage.staff, need.id, body)
    await stage.decide('reopenNeed', stage.staff, need.id, { note: '原来的人来不了' })
    const task = await stage.task({ needId: need.id, place: null, adultsOnly: true })
    const one = await stage.take(stage.volunteer, task.id)
    await runNeedJobs(app)
    expect((await stage.seenBy(stage.volunteer, one.id)).state).toBe('confirmed')
  })

  test('is not met by whoever asked for it', async () => {
    const { party, need } = await asked()
    await makeVolunteer(app, party, stage.staff)
    const task = await stage.task({ needId: need.id, place: null, adultsOnly: true })
    expect(await stage.refused(party, task.id)).toBe('task_unfit')
    expect((await stage.take(stage.volunteer, task.id)).state).toBe('confirmed')
  })

  test('is asked for each time', async () => {
    const { need } = await asked()
    await expect(stage.task({ needId: need.id, place: null, times: 2 })).rejects.toThrow('need_once')
  })

  test('is looked for once', async () => {
    const { need } = await asked()
    await stage.task({ needId: need.id, place: null, adultsOnly: true })
    await expect(stage.task({ needId: need.id, place: null, adultsOnly: true })).rejects.toThrow(
      'task_stands',
    )
  })
})

describe('a home', () => {
  test('opens to two when both stand, never to one, and is on record', async () => {
    const { party, need } = await asked()
    const task = await stage.task({ needId: need.id, ...two })
    expect(task.place).toBeNull()
    const first = await stage.take(stage.volunteer, task.id)
    expect((await address(stage.volunteer, first.id)).problem.code).toBe('second_volunteer_missing')
    const partner = await stage.joining('周海涛', {}, '13900000010')
    const second = await stage.take(partner, task.id)
    const seen = await address(stage.volunteer, first.id)
    expect(seen.body).toMatchObject({ place: '北门小区 3 栋 402', phone: null })
    await stage.decide('withdrawSignup', partner, second.id)
    expect((await address(stage.volunteer, first.id)).problem.code).toBe('second_volunteer_missing')
    expect((await address(partner, second.id)).problem.code).toBe('contact_not_justified')
    const { token } = await fresh(app, party)
    const records = await app.call<{ records: { reader: string }[] }>('listAccessRecords', {
      token,
      query: {},
    })
    expect(JSON.stringify(records.body)).toContain('志愿者赵海涛')
  })

  test('is closed at once to whom staff end, also while the task goes on, and to whoever stands with them', async () => {
    const { need } = await asked()
    const task = await stage.task({ needId: need.id, ...two })
    const first = await stage.take(stage.volunteer, task.id)
    const partner = await makePerson(app, { name: '周海涛', phone: '13900000010' })
    const registration = await makeVolunteer(app, partner, stage.staff)
    const second = await stage.take(partner, task.id)
    app.clock.set(new Date(task.startsAt))
    expect((await address(partner, second.id)).status).toBe(200)
    await stage.decide('endVolunteer', stage.staff, registration, { note: '不再适合上门' })
    expect((await address(partner, second.id)).problem.code).toBe('contact_not_justified')
    expect((await address(stage.volunteer, first.id)).problem.code).toBe('second_volunteer_missing')
  })

  test('is closed at once when its person needs nobody any more', async () => {
    const { party, need } = await asked()
    const task = await stage.task({ needId: need.id, place: null, adultsOnly: true })
    const one = await stage.take(stage.volunteer, task.id)
    await stage.decide('cancelNeed', party, need.id)
    expect((await address(stage.volunteer, one.id)).problem.code).toBe('contact_not_justified')
  })

  test('shows its number two hours before, and nothing when it is over', async () => {
    const { need } = await asked()
    const task = await stage.task({ needId: need.id, place: null, adultsOnly: true })
    const one = await stage.take(stage.volunteer, task.id)
    app.clock.set(new Date(Date.parse(task.startsAt) - 2 * 3_600_000))
    expect((await address(stage.volunteer, one.id)).body.phone).toBe('13900000001')
    app.clock.set(new Date(task.endsAt))
    expect((await address(stage.volunteer, one.id)).problem.code).toBe('contact_not_justified')
  })

  test('is of a need: another place is refused, and none where there is none', async () => {
    const { need } = await asked()
    await expect(stage.task({ needId: need.id, place: '社区门口' })).rejects.toThrow('place_known')
    await expect(stage.task({ place: null })).rejects.toThrow('place_missing')
  })
})

const family = { forWhom: { name: '王桂芳', phone: null, relation: 'parent' } } as const

test.each([
  ['it', {}],
  ['it for their mother', family],
])('whoever asked for %s is told why they cannot come themselves', async (_whose, wish) => {
  const need = await askForHelp(app, await fresh(app, stage.volunteer), wish)
  const { id } = await stage.task({ needId: need.id, place: null, adultsOnly: true })
  const { token } = await fresh(app, stage.volunteer)
  const read = await app.call<Task>('getTask', { params: { id }, token })
  expect(read.body.candidates.map(({ obstacles }) => obstacles)).toEqual([['own_need']])
  expect(await stage.refused(stage.volunteer, id)).toBe('task_unfit')
})

test('staff read whether it has a place, and by which task volunteers are looked for; its person does not', async () => {
  const { party, need } = await asked()
  expect((await seenBy(stage.staff, need.id)).facts).toMatchObject({ hasPlace: true, task: null })
  const { id, startsAt } = await stage.task({ needId: need.id, ...two })
  expect((await seenBy(stage.staff, need.id)).facts.task).toEqual({ id, startsAt })
  expect((await seenBy(party, need.id)).facts.task).toBeNull()
  await stage.decide('callOffTask', stage.staff, id)
  expect((await seenBy(stage.staff, need.id)).facts.task).toBeNull()
})
