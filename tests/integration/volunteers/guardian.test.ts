/** Under 18 somebody is registered by a guardian whom staff have seen, and counts while that guardian stands for them. */
import { expect, test } from 'vitest'
import { fitInside, namesOf, volunteerOf } from '../../../bff/src/modules/volunteers/service'
import { consentVersion } from '../../../bff/contracts/src/children'
import { testApp } from '../../support/app'
import { makeChild, ofChild, verify } from '../../support/children'
import { fresh } from '../../support/consultations'
import { act, ok } from '../../support/story'
import { register, registration, volunteerStage } from '../../support/volunteers'
import { localTime, makePerson, type Person } from '../../support/world'

const app = await testApp()
const stage = volunteerStage(app)
const { seenBy, decide } = stage

/** A child of the party whose link staff have verified. */
async function child(birthDate = '2012-05-21', known = true): Promise<string> {
  const { id } = await makeChild(app, stage.party, { birthDate, grade: 8, name: `李小鱼${birthDate}` })
  if (known) await verify(app, stage.staff, stage.party, id)
  return id
}

const refusal = async (childId: string, who: Person = stage.party) =>
  (await app.call('registerVolunteer', { body: registration({ childId }), token: who.token })).problem.code

const fit = (childId: string | null, who: Person = stage.party) =>
  app.deps.db.transaction((tx) =>
    fitInside(app.deps, tx, { accountId: who.accountId, childId }, app.clock.now()),
  )

test('a guardian registers a child, which is a volunteer of its own', async () => {
  const childId = await child()
  const own = await stage.verified()
  const { id } = await register(app, stage.party, { childId, skills: ['digital'] })
  expect(await fit(childId)).toBeUndefined()
  await decide('verifyVolunteer', stage.staff, id)
  expect(await fit(childId)).toMatchObject({
    caseId: id,
    partyId: childId,
    name: '李小鱼2012-05-21',
    isMinor: true,
    skills: ['digital'],
    papers: [],
  })
  expect(await fit(null)).toMatchObject({ caseId: own, name: '赵海涛', isMinor: false })
  const mine = await volunteerOf(app.deps, stage.party.accountId)
  expect(mine.map(({ caseId, childId: of, reach }) => [caseId, of, reach])).toEqual([
    [own, null, 'township'],
    [id, childId, 'township'],
  ])
  const names = await app.deps.db.transaction((tx) => namesOf(app.deps, tx, [childId, stage.party.accountId]))
  expect([...names.values()].sort()).toEqual(['李小鱼2012-05-21', '赵海涛'].sort())
  expect(await refusal(childId)).toBe('volunteer_already')
})

test('staff read which child it is while it is open, and its guardian sees who did', async () => {
  const childId = await child()
  const { id } = await register(app, stage.party, { childId })
  const asked = async (who: Person) =>
    app.call<{ name: string }>('readVolunteerName', { params: { id }, token: (await fresh(app, who)).token })
  app.clock.advance(2)
  expect((await asked(stage.staff)).body).toEqual({ name: '李小鱼2012-05-21' })
  const { records } = await ok(
    ofChild<{ records: { reader: string; tags: string[] }[] }>(app, 'listChildAccess', stage.party, childId),
  )
  expect(records[0]).toMatchObject({ reader: '杨会琼', tags: ['child'] })
  expect((await asked(stage.party)).problem.code).toBe('contact_not_justified')
  await decide('refuseVolunteer', stage.staff, id, { note: '请带证件到社区来' })
  expect((await asked(stage.staff)).problem.code).toBe('contact_not_justified')
})

test.each([
  ['2019-05-21', 'volunteer_age'],
  ['2018-11-23', undefined],
  ['2008-11-24', undefined],
  ['2008-11-23', 'volunteer_age'],
])('born on %s: %s', async (birthDate, code) => {
  expect(await refusal(await child(birthDate))).toBe(code)
})

test('not before staff have seen the guardian, and not by anybody else', async () => {
  const childId = await child('2012-05-21', false)
  expect(await refusal(childId)).toBe('guardian_not_verified')
  const stranger = await makePerson(app, { name: '李福', phone: '13977778888' })
  expect(await refusal(childId, stranger)).toBe('not_found')
})

test('on its birthday of 18 a child counts no more', async () => {
  const childId = await child('2008-12-01')
  const { id } = await register(app, stage.party, { childId })
  await decide('verifyVolunteer', stage.staff, id)
  app.clock.set(localTime('2026-11-30', 23))
  expect(await fit(childId)).toMatchObject({ caseId: id })
  app.clock.set(localTime('2026-12-01', 0))
  expect(await fit(childId)).toBeUndefined()
  expect(await volunteerOf(app.deps, stage.party.accountId)).toEqual([])
})

test('with the consent its registration ends, and with it what it could do', async () => {
  const childId = await child()
  const { id } = await register(app, stage.party, { childId })
  await decide('verifyVolunteer', stage.staff, id)
  const body = { version: consentVersion, decision: 'refused' }
  await ok(ofChild(app, 'decideConsent', await fresh(app, stage.party), childId, { body }))
  expect(await seenBy(stage.party, id)).toMatchObject({ state: 'left', facts: { skills: [] } })
  expect(await fit(childId)).toBeUndefined()
})

test('a child that is erased waits for no answer', async () => {
  const childId = await child()
  const { id } = await register(app, stage.party, { childId })
  await ok(ofChild(app, 'eraseChild', await fresh(app, stage.party), childId, { body: {} }))
  const { rows } = await app.database.pool.query('SELECT state FROM cases WHERE id = $1', [id])
  expect(rows).toEqual([{ state: 'cancelled' }])
})

test('nobody fits whom staff have not verified, or who left', async () => {
  expect(await fit(null)).toBeUndefined()
  const id = await stage.verified()
  expect(await fit(null)).toMatchObject({ community: registration().community })
  await ok(act(app, 'leaveVolunteers', await fresh(app, stage.party), id))
  expect(await fit(null)).toBeUndefined()
})

test('whoever is given something to do stays a volunteer until it is written', async () => {
  const id = await stage.verified()
  const free = () =>
    app.database.pool.query('SELECT FROM volunteers WHERE case_id = $1 FOR NO KEY UPDATE NOWAIT', [id]).then(
      () => 'free',
      (error: { code: string }) => error.code,
    )
  const party = { accountId: stage.party.accountId, childId: null }
  await app.deps.db.transaction(async (tx) => {
    expect(await fitInside(app.deps, tx, party, app.clock.now())).toMatchObject({ caseId: id })
    // Ending it takes this lock, by the state that follows its case, and waits.
    expect(await free()).toBe('55P03')
  })
  expect(await free()).toBe('free')
})
