/** What the calendar of a volunteer is told, as a reader of calendars understands it. */
import { expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { readCalendar } from '../../support/calendars'
import { fresh } from '../../support/consultations'
import { askForHelp } from '../../support/needs'
import { ok } from '../../support/story'
import { taskStage } from '../../support/tasks'
import { makePerson, type Person } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)

const fileOf = async (who: Person, id: string) =>
  (
    await ok(
      app.call<{ calendar: string }>('readSignupCalendar', {
        params: { id },
        token: (await fresh(app, who)).token,
      }),
    )
  ).calendar

const long = '陪老人聊天，读报，做手工，包饺子，唱歌，还有跳舞'

test('what, when and where, in lines that are folded', async () => {
  const task = await stage.task({ title: long, place: '社区门口' })
  const { id } = await stage.take(stage.volunteer, task.id)
  const file = await fileOf(stage.volunteer, id)
  expect(readCalendar(file)).toMatchObject({
    method: 'PUBLISH',
    status: 'CONFIRMED',
    zone: 'Asia/Shanghai',
    starts: task.startsAt,
    ends: task.endsAt,
    uid: `${id}@linli`,
    summary: `志愿任务：${long}`,
    location: '东兴社区 社区门口',
    alarms: 1,
  })
  const lines = file.split('\r\n')
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
  expect(lines.some((line) => line.startsWith(' '))).toBe(true)
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test('what was given up takes the same entry out, with a later word', async () => {
  const { id } = await stage.take(stage.volunteer, (await stage.task()).id)
  const before = readCalendar(await fileOf(stage.volunteer, id))
  await stage.decide('withdrawSignup', stage.volunteer, id)
  const after = readCalendar(await fileOf(stage.volunteer, id))
  expect(after).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: before.uid, alarms: 0 })
  expect(after.sequence).toBeGreaterThan(before.sequence)
})

test('neither a home nor a name is in it, and nobody else has it', async () => {
  const party = await makePerson(app, { name: '李秀英', phone: '13900000001' })
  const need = await askForHelp(app, party)
  const task = await stage.task({ needId: need.id, place: null, adultsOnly: true })
  const { id } = await stage.take(stage.volunteer, task.id)
  const file = (await fileOf(stage.volunteer, id)).replaceAll('\r\n ', '')
  expect(file).toContain('LOCATION:东兴社区（上门，地址在邻里里看）')
  expect(file).not.toMatch(/402|李秀英|赵海涛|139000/)
  for (const who of [party, stage.staff]) {
    const { problem } = await app.call('readSignupCalendar', {
      params: { id },
      token: (await fresh(app, who)).token,
    })
    expect(problem.code).toBe('not_found')
  }
})
