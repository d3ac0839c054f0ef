/** Whoever asks hears the answer; what nobody answers is told to the level above, once, and stays open. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { ConsultationDetail } from '../../../bff/contracts/src/consultation-case'
import { escalateOverdue } from '../../../bff/src/modules/cases/clock'
import { monday, testApp } from '../../support/app'
import { deliverAll, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person, signIn } from '../../support/world'

const app = await testApp()
let party: Person
let staff: Person
let township: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  party = await makePerson(app)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  township = await makePerson(app, { name: '李镇办', grants: [['staff', here.slice(0, 9)]] })
})

const asked = (): Promise<ConsultationDetail> => {
  const body = { community: here, wish: '请帮忙看看', urgent: false }
  return ok(app.call<ConsultationDetail>('requestConsultation', { body, token: party.token }))
}

/** Tokens last fifteen minutes, so whoever acts later signs in again. */
const fresh = async ({ accountId }: Person): Promise<string> => (await signIn(app.deps, accountId)).token

async function told(who: Person): Promise<string[]> {
  await deliverAll(app)
  const { notices } = await ok(
    app.call<{ notices: { kind: string }[] }>('listNotices', { token: await fresh(who) }),
  )
  return notices.map(({ kind }) => kind)
}

test.each<['completeConsultation' | 'refuseConsultation', object, string]>([
  ['completeConsultation', {}, 'completed'],
  ['refuseConsultation', { note: '没有材料' }, 'refused'],
])('%s is told to whoever asked', async (name, body, state) => {
  const { id, can } = await asked()
  expect(can).toEqual(['cancel'])
  expect(await ok(app.call(name, { params: { id }, body, token: staff.token }))).toMatchObject({ state })
  expect(await told(party)).toEqual(['case_answered'])
})

test('what nobody answers in time goes up a level, once, and stays open', async () => {
  const { id, dueAt } = await asked()
  app.clock.set(dueAt ?? '')
  expect(await escalateOverdue(app.deps)).toBe(0)
  app.clock.advance(1)
  expect(await escalateOverdue(app.deps)).toBe(1)
  expect(await escalateOverdue(app.deps)).toBe(0)
  expect(await told(township)).toEqual(['case_escalated'])
  expect(await told(party)).toEqual([])
  const token = await fresh(staff)
  const late = await ok(app.call<ConsultationDetail>('getCase', { params: { id }, token }))
  expect(late).toMatchObject({ state: 'pending', overdue: true, escalated: true })
  expect(late.can).toEqual(expect.arrayContaining(['complete', 'refuse']))
})
