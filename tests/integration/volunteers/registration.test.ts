/** Whoever registers hears the answer, and is a volunteer only once staff have said so; every cell of the table, by both sides. */
import { expect, test } from 'vitest'
import { escalateOverdue } from '../../../bff/src/modules/cases/clock'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { testApp } from '../../support/app'
import { fresh } from '../../support/consultations'
import { act } from '../../support/story'
import { together, values } from '../../support/together'
import { register, registration, volunteerStage } from '../../support/volunteers'
import { here, makePerson, nextDoor, type Person } from '../../support/world'

const app = await testApp()
const stage = volunteerStage(app)
const { seenBy, decide, refused, heardBy } = stage
const why = { note: '请带身份证到社区来' }
const { skills, times, reach } = registration()

type Word = 'asked' | 'verified' | 'refused' | 'cancelled' | 'left' | 'ended'

/** A registration in each state, by the moves that lead there. */
async function into(state: Word): Promise<string> {
  const { id } = await register(app, await fresh(app, stage.party))
  if (state === 'cancelled') await decide('cancelVolunteer', stage.party, id)
  if (state === 'refused') await decide('refuseVolunteer', stage.staff, id, why)
  if (['verified', 'left', 'ended'].includes(state)) await decide('verifyVolunteer', stage.staff, id)
  if (state === 'left') await decide('leaveVolunteers', stage.party, id)
  if (state === 'ended') await decide('endVolunteer', stage.staff, id, why)
  return id
}

const moves: readonly [EndpointName, object, 'party' | 'staff', Partial<Record<Word, Word>>][] = [
  ['verifyVolunteer', {}, 'staff', { asked: 'verified' }],
  ['refuseVolunteer', why, 'staff', { asked: 'refused' }],
  ['endVolunteer', why, 'staff', { verified: 'ended' }],
  ['cancelVolunteer', {}, 'party', { asked: 'cancelled' }],
  ['leaveVolunteers', {}, 'party', { verified: 'left' }],
  ['changeAvailability', { skills, times, reach }, 'party', { asked: 'asked', verified: 'verified' }],
  ['addPaper', { kind: 'first_aid', validUntil: '2027-11-30' }, 'staff', { verified: 'verified' }],
]
const states: readonly Word[] = ['asked', 'verified', 'refused', 'cancelled', 'left', 'ended']

test.each(states.flatMap((state) => moves.map((move) => [state, ...move] as const)))(
  'from %s %s %j by %s leads where the table says',
  async (state, name, body, side, leads) => {
    const [doer, other] = side === 'staff' ? [stage.staff, stage.party] : [stage.party, stage.staff]
    const id = await into(state)
    expect(await refused(name, other, id, body)).toBe('not_allowed')
    const answer = await act(app, name, await fresh(app, doer), id, { body })
    const to = leads[state]
    if (to === undefined) expect(answer.problem.code).toBe('action_not_open')
    else expect(answer.body).toMatchObject({ state: to })
  },
)

test('what may be done next is said to each side, and nothing waits for staff once it is answered', async () => {
  const { id, dueAt, can, title } = await register(app, stage.party)
  // Three working days from Monday 10:12.
  expect([dueAt, can, title]).toEqual(['2026-11-26T02:12:00.000Z', ['change', 'cancel'], '志愿者登记'])
  expect((await seenBy(stage.staff, id)).can).toEqual(['verify', 'refuse'])
  await decide('verifyVolunteer', stage.staff, id)
  expect(await seenBy(stage.party, id)).toMatchObject({
    state: 'verified',
    waitingFor: 'nobody',
    dueAt: null,
    can: ['change', 'leave'],
    facts: { skills, times, reach, papers: [], isMinor: false },
  })
  expect((await seenBy(stage.staff, id)).can).toEqual(['add_paper', 'end'])
  expect(await heardBy(stage.party)).toEqual(['case_answered'])
})

test('a supervisor sees how far it is, and not when somebody is at home', async () => {
  const id = await stage.verified()
  const above = await makePerson(app, { name: '张科', grants: [['supervisor', '532301']] })
  expect((await seenBy(above, id)).facts).toMatchObject({ skills: [], times: [], papers: [] })
})

test('of what is over, what somebody could do and when is not kept', async () => {
  const id = await into('left')
  expect((await seenBy(stage.party, id)).facts).toMatchObject({ skills: [], times: [], papers: [] })
})

test('nobody verifies themselves', async () => {
  const own = await makePerson(app, { name: '杨春梅', phone: '13900000002', grants: [['staff', nextDoor]] })
  const { id } = await register(app, own, { community: nextDoor })
  expect((await seenBy(own, id)).can).toEqual(['change', 'cancel'])
  expect(await refused('verifyVolunteer', own, id)).toBe('not_allowed')
})

test('what nobody answers goes up a level, once', async () => {
  const { dueAt } = await register(app, stage.party)
  app.clock.set(dueAt ?? '')
  app.clock.advance(1)
  await escalateOverdue(app.deps)
  await escalateOverdue(app.deps)
  expect(await heardBy(stage.township)).toEqual(['case_escalated'])
  expect(await heardBy(stage.party)).toEqual([])
})

test.each([
  ['everything at once', { skills: [], times: ['wed_midnight'], reach: 'world', community: '1' }, 4],
  ['one thing twice', { skills: ['meal', 'meal'] }, 1],
  ['half of it', { times: undefined, reach: undefined, rulesVersion: 0 }, 3],
  ['what is none', { skills: 'meal', childId: 'x', times: [1] }, 3],
])('every fault is named: %s', async (_, wrong, faults) => {
  const sent = { body: { ...registration(), ...wrong }, token: stage.party.token }
  const { status, problem } = await app.call('registerVolunteer', sent)
  expect([status, problem.errors?.length]).toEqual([422, faults])
})

test('rules that were read in an older text are read once more', async () => {
  const sent = { body: registration({ rulesVersion: 2 }), token: stage.party.token }
  expect((await app.call('registerVolunteer', sent)).problem.code).toBe('volunteer_rules_outdated')
})

test('staff list who is verified in their division, by what they can do, without a name', async () => {
  const id = await stage.verified({ skills: ['repair'] })
  const other = await makePerson(app, { name: '周海涛', phone: '13900000003' })
  await register(app, other)
  const list = async (who: Person, query: object) =>
    app.call<{ volunteers: { caseId: string }[] }>('listVolunteers', {
      query: { division: here, ...query },
      token: (await fresh(app, who)).token,
    })
  const { body } = await list(stage.township, { division: here.slice(0, 9), skill: 'repair' })
  expect(body.volunteers).toMatchObject([{ caseId: id, communityName: '东兴社区', reach: 'township' }])
  expect(JSON.stringify(body)).not.toContain('赵海涛')
  expect((await list(stage.staff, { skill: 'meal' })).body.volunteers).toEqual([])
  expect((await list(stage.staff, { division: nextDoor })).problem.code).toBe('not_found')
  expect((await list(stage.party, {})).problem.code).toBe('not_found')
})

test('whoever left registers again, and is verified anew', async () => {
  await into('left')
  expect((await register(app, await fresh(app, stage.party))).state).toBe('asked')
})

const registerOften = async (times: number) =>
  values(
    await together(times, () =>
      app.call('registerVolunteer', { body: registration(), token: stage.party.token }),
    ),
  )

test('of many registrations at once one is made', async () => {
  const answers = await registerOften(12)
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(new Set(answers.flatMap(({ status, problem }) => (status === 201 ? [] : [problem.code])))).toEqual(
    new Set(['volunteer_already']),
  )
})

test('of two who decide at once one does', async () => {
  for (let n = 0; n < 5; n++) {
    const { id } = await register(app, stage.party)
    const answers = values(
      await together(2, (one) =>
        one === 0
          ? act(app, 'verifyVolunteer', stage.staff, id)
          : act(app, 'refuseVolunteer', stage.township, id, { body: why }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const { state } = await seenBy(stage.party, id)
    await app.database.pool.query(
      `UPDATE cases SET state = 'left', waiting_for = 'nobody', closed_at = now()
      WHERE id = $1 AND state = 'verified'`,
      [id],
    )
    expect(['verified', 'refused']).toContain(state)
  }
})
