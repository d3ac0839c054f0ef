/** What everybody may read of a task in somebody's home does not say where that is. */
import { expect, test } from 'vitest'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { askForHelp } from '../../support/needs'
import { changeOf, taskStage, wantedTask } from '../../support/tasks'
import { makePerson } from '../../support/world'

const app = await testApp()
const stage = taskStage(app)

const faultsOf = async (name: 'createTask' | 'changeTask', body: object, params?: { id: string }) => {
  const { token } = await fresh(app, stage.staff)
  const { problem } = await app.call(name, { body, token, ...(params && { params }) })
  return problem.errors?.map(({ path, code }) => `${path} ${code}`)
}

test('a door in the words of a task for a home is refused, made and changed, and elsewhere it is none', async () => {
  const party = await makePerson(app, { name: '李秀英', phone: '13900000001' })
  const need = await askForHelp(app, party)
  const home = { needId: need.id, place: null, adultsOnly: true }
  const told = { title: '去北门小区3栋2单元301', about: '到 12 组 8 号门口按铃' }
  expect(await faultsOf('createTask', wantedTask({ ...home, ...told }))).toEqual([
    'body.title may_tell_home',
    'body.about may_tell_home',
  ])
  const task = await stage.task({ ...home, title: '陪老人到 2楼活动室', about: '先在3号会议室碰面' })
  const change = changeOf(task, { about: '家在 5号院 301室' })
  expect(await faultsOf('changeTask', change, { id: task.id })).toEqual(['body.about may_tell_home'])
  expect((await stage.task({ about: '在3栋2单元301排练' })).id).not.toBe('')
})
