import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CaseDetail } from '../../../bff/contracts/src/cases'
import { monday, testApp } from '../../support/app'
import { linkSecond, verify } from '../../support/children'
import {
  closing,
  counted,
  goTo,
  makeFamily,
  makeProgramme,
  opening,
  press,
  programmeNow,
  signUp,
} from '../../support/programmes'
import { caseOf, deliverAll, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let staff: Person
let id: string

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { grants: [['staff', here]] })
  id = (await makeProgramme(app, staff)).id
  await goTo(app, opening, staff)
})

describe('at the opening', () => {
  test('one tap gives a place, a class, an event and a notice', async () => {
    const family = await makeFamily(app)
    const { entries } = await signUp(app, family, id)
    expect(entries).toMatchObject([
      { childId: family.children[0], state: 'confirmed', position: null, drawNumber: null, nickname: '小满' },
    ])
    const detail = await caseOf(app, family, entries[0]?.caseId ?? '')
    expect(detail).toMatchObject({
      type: 'enrolment',
      state: 'confirmed',
      title: '四点半课堂',
      facts: { programmeId: id },
      can: ['cancel'],
    })
    expect(detail.number).toBe(entries[0]?.number)
    expect(detail.timeline).toMatchObject([{ action: 'request', to: 'confirmed', side: 'party' }])
    const { rows } = await app.database.pool.query('SELECT class_no FROM enrolments WHERE case_id = $1', [
      entries[0]?.caseId,
    ])
    expect(rows).toEqual([{ class_no: 1 }])
    await deliverAll(app)
    const inbox = await ok(app.call('listNotices', { token: family.token }))
    expect(inbox.notices).toMatchObject([{ kind: 'enrolment_confirmed', caseId: entries[0]?.caseId }])
    expect(await counted(app, id)).toEqual({ taken: 1, states: { confirmed: 1 } })
  })

  test('who comes after the last place has a number in line, by arrival', async () => {
    const families = []
    for (let n = 0; n < 5; n++) families.push(await makeFamily(app))
    const answers = []
    for (const family of families) answers.push(await signUp(app, family, id))
    expect(answers.map(({ entries: [e] }) => [e?.state, e?.position])).toEqual([
      ['confirmed', null],
      ['confirmed', null],
      ['waiting', 1],
      ['waiting', 2],
      ['waiting', 3],
    ])
    app.clock.advance(1)
    const now = await programmeNow(app, id)
    expect(now).toMatchObject({ phase: 'full', placesLeft: 0, waiting: 3 })
  })

  test('points order the line, never the places', async () => {
    const priority = [{ circumstance: 'left_behind', points: 10 }]
    await goTo(app, monday, staff)
    const programme = await makeProgramme(app, staff, { priority, capacity: 1 })
    await goTo(app, opening, staff)
    const first = await makeFamily(app)
    const second = await makeFamily(app)
    const late = await makeFamily(app, 1, { circumstances: ['left_behind'] })
    await verify(app, staff, late, late.children[0] ?? '', ['left_behind'])
    expect((await signUp(app, first, programme.id)).entries[0]?.state).toBe('confirmed')
    expect((await signUp(app, second, programme.id)).entries[0]).toMatchObject({ position: 1 })
    expect((await signUp(app, late, programme.id)).entries[0]).toMatchObject({
      state: 'waiting',
      position: 1,
    })
  })

  test('both guardians may press for the same child; the second is led to the case of the first', async () => {
    const [mother, father] = [await makeFamily(app), await makePerson(app)]
    const child = mother.children[0] ?? ''
    await linkSecond(app, mother, father, child)
    for (const one of [mother, father]) await verify(app, staff, one, child)
    const { entries } = await signUp(app, mother, id)
    const { status, problem } = await press(app, { ...father, children: mother.children }, id)
    expect(status).toBe(409)
    expect(problem).toMatchObject({
      code: 'already_signed_up',
      facts: { caseId: entries[0]?.caseId },
      errors: [{ path: 'body.children.0', code: 'already_signed_up' }],
    })
    expect((await caseOf(app, father, entries[0]?.caseId ?? '')).readAs).toBe('party')
  })

  test('the same key gives the same answer and one place; another body with it is refused', async () => {
    const family = await makeFamily(app, 2)
    const [one, other] = family.children as [string, string]
    const key = 'tap-again-0001'
    const first = await signUp(app, family, id, { key, children: [one] })
    expect(await signUp(app, family, id, { key, children: [one] })).toEqual(first)
    expect((await press(app, family, id, { key, children: [other] })).problem.code).toBe(
      'idempotency_key_reused',
    )
    await goTo(app, closing, family)
    expect(await signUp(app, family, id, { key, children: [one] })).toEqual(first)
    expect(await counted(app, id)).toEqual({ taken: 1, states: { confirmed: 1 } })
  })
})

describe('siblings with one place left', () => {
  beforeEach(async () => void (await signUp(app, await makeFamily(app), id)))

  test('together: both wait next to each other, and the place stays for the next', async () => {
    const { entries } = await signUp(app, await makeFamily(app, 2), id, { group: 'all' })
    expect(entries.map((e) => [e.state, e.position])).toEqual([
      ['waiting', 1],
      ['waiting', 2],
    ])
    expect((await signUp(app, await makeFamily(app), id)).entries[0]?.state).toBe('confirmed')
    expect(await counted(app, id)).toEqual({ taken: 2, states: { confirmed: 2, waiting: 2 } })
  })

  test('one by one: the first gets the place, the other waits', async () => {
    const family = await makeFamily(app, 2)
    const [first, second] = family.children as [string, string]
    const { entries } = await signUp(app, family, id, { group: 'any', children: [second, first] })
    expect(entries.map((e) => [e.childId, e.state, e.position])).toEqual([
      [second, 'confirmed', null],
      [first, 'waiting', 1],
    ])
  })

  test('together, when there is room for both, they get both', async () => {
    await goTo(app, monday, staff)
    const roomy = await makeProgramme(app, staff, { capacity: 3 })
    await goTo(app, opening)
    const { entries } = await signUp(app, await makeFamily(app, 3), roomy.id, { group: 'all' })
    expect(entries.map((e) => e.state)).toEqual(['confirmed', 'confirmed', 'confirmed'])
  })
})

test('an offer that is over by the clock stands in nobody’s way', async () => {
  const [first, second] = [await makeFamily(app), await makeFamily(app)]
  const place = await signUp(app, first, id)
  await signUp(app, await makeFamily(app), id)
  await signUp(app, second, id)
  await ok(app.call('cancelEnrolment', given(place.entries[0]?.caseId ?? '', first)))
  await goTo(app, new Date(Date.parse(opening) + 86_400_000), second)
  const again = await signUp(app, second, id)
  expect(again.entries[0]).toMatchObject({ state: 'confirmed' })
  expect(await counted(app, id)).toEqual({ taken: 2, states: { cancelled: 1, confirmed: 2, lapsed: 1 } })
})

const given = (caseId: string, who: Person) => ({ params: { id: caseId }, body: {}, token: who.token })

test('two guardians of one child in one moment: one case', async () => {
  for (let n = 0; n < 8; n++) {
    const [mother, father] = [await makeFamily(app), await makePerson(app)]
    const child = mother.children[0] ?? ''
    await linkSecond(app, mother, father, child)
    for (const one of [mother, father]) await verify(app, staff, one, child)
    const answers = await Promise.all(
      [mother, father].map((who) => press(app, { ...who, children: mother.children }, id)),
    )
    expect(answers.map((a) => a.status).sort()).toEqual([201, 409])
    const yes = answers.find((a) => a.status === 201)
    const no = answers.find((a) => a.status === 409)
    expect(no?.problem.facts).toEqual({ caseId: yes?.body.entries[0]?.caseId })
  }
})

test('the case of a child is not its guardian’s alone: staff read it without the child’s name and id', async () => {
  const family = await makeFamily(app)
  const { entries } = await signUp(app, family, id)
  const read = await ok(
    app.call<CaseDetail>('getCase', { params: { id: entries[0]?.caseId ?? '' }, token: staff.token }),
  )
  expect([read.nickname, read.childId]).toEqual([null, null])
})
