/** Silence ends what was answered, and not what the two mean to meet about; when it does is for the two alone. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { CaseSummary } from '../../../bff/contracts/src/cases'
import { lapseOverdue } from '../../../bff/src/modules/cases/clock'
import { monday, testApp } from '../../support/app'
import { ask, forget, fresh, hour, offer, threadOf } from '../../support/consultations'
import { act, caseOf, ok } from '../../support/story'
import { here, localTime, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let party: Person
let adviser: Person
let id: string

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  await forget(app)
  party = await makePerson(app, { name: '李秀英' })
  adviser = await makePerson(app, { name: '高正荣', grants: [['legal_adviser', here]] })
  id = (await ask(app, party)).id
})

const appointments = async () => (await threadOf(app, await fresh(app, party), id)).appointments
const take = async () => act(app, 'takeTime', await fresh(app, party), (await appointments())[0]?.id ?? '')

test('silence does not end what the two mean to meet about, and its end calls a meeting off', async () => {
  await ok(act(app, 'answerConsultation', adviser, id, { body: { as: 'answer', words: '面谈吧。' } }))
  await ok(offer(app, adviser, id, { times: [hour(14, '2026-12-20')] }))
  await ok(take())
  app.clock.set(localTime('2026-12-19', 9))
  expect(await lapseOverdue(app.deps)).toBe(0)
  party = await fresh(app, party)
  expect(await caseOf(app, party, id)).toMatchObject({ state: 'answered' })
  // A word before the meeting does not bring its end, and what is asked on counts from where silence ends it.
  const again = { body: { as: 'answer', words: '记得带合同。' } }
  app.clock.set(localTime('2026-12-01', 9))
  await ok(act(app, 'answerConsultation', await fresh(app, adviser), id, again))
  app.clock.set(localTime('2026-12-19', 9))
  expect(await lapseOverdue(app.deps)).toBe(0)
  party = await fresh(app, party)
  const { state, lapsesAt, facts } = await caseOf(app, party, id)
  expect({ state, lapsesAt, facts }).toMatchObject({
    state: 'answered',
    lapsesAt: localTime('2027-01-03', 15),
    facts: { askUntil: localTime('2027-01-17', 15) },
  })
  await ok(act(app, 'cancelConsultation', party, id))
  expect(await appointments()).toMatchObject([{ state: 'called_off', link: null }])
})

test('a meeting that is called off holds nothing open any more', async () => {
  await ok(act(app, 'answerConsultation', adviser, id, { body: { as: 'answer', words: '面谈吧。' } }))
  await ok(offer(app, adviser, id, { times: [hour(14, '2026-12-20')] }))
  await ok(take())
  const [taken] = await appointments()
  await ok(act(app, 'giveTimeBack', await fresh(app, party), taken?.id ?? ''))
  app.clock.set(localTime('2026-12-08', 9))
  expect(await lapseOverdue(app.deps)).toBe(1)
})

test('nobody else of the office reads from when silence counts', async () => {
  await ok(act(app, 'answerConsultation', adviser, id, { body: { as: 'answer', words: '面谈吧。' } }))
  const hidden = { lapsesAt: null, facts: { askUntil: null } }
  for (const role of ['staff', 'supervisor'] as const) {
    const other = await makePerson(app, { grants: [[role, here]] })
    expect(await caseOf(app, other, id)).toMatchObject(hidden)
  }
  expect((await caseOf(app, party, id)).lapsesAt).not.toBeNull()
  app.clock.set(localTime('2026-12-08', 9))
  expect(await lapseOverdue(app.deps)).toBe(1)
  const { token } = await makePerson(app, { grants: [['staff', here]] })
  const query = { division: here, show: 'done' }
  const { cases } = await ok(app.call<{ cases: CaseSummary[] }>('deskList', { query, token }))
  expect(cases.find((one) => one.id === id)).toMatchObject(hidden)
})
