/** Two guardians: each is told at once of what the other does, whichever of them does it; and who did it is not. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { consentVersion } from '../../../bff/contracts/src/children'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import type { NoticeKind } from '../../../bff/contracts/src/notices'
import { monday, testApp } from '../../support/app'
import { childOf, linkOf, linkSecond, lookAt, makeChild, ofChild, verify } from '../../support/children'
import { goTo, makeProgramme, opening, signUp } from '../../support/programmes'
import { deliverAll, ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person } from '../../support/world'

const app = await testApp()
let [mother, father, staff] = [] as unknown as Person[] as [Person, Person, Person]
let id: string

beforeAll(async () => {
  await makeDivisions(app)
})
beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { name: '杨会琼', grants: [['staff', here]] })
  mother = await makePerson(app, { name: '周敏' })
  father = await makePerson(app, { name: '李强' })
  id = (await makeChild(app, mother)).id
  await linkSecond(app, mother, father, id)
  for (const one of [mother, father]) await verify(app, staff, one, id)
})

/** What stood before is of the set-up. */
const told = async (who: Person, since = 0): Promise<NoticeKind[]> => {
  await deliverAll(app)
  const { notices } = await ok(
    app.call<{ notices: { kind: NoticeKind; facts: { childId: string | null } }[] }>('listNotices', {
      token: who.token,
    }),
  )
  // Every one of them opens the child, which both may read.
  for (const { kind, facts } of notices)
    if (kind.startsWith('guardian_')) expect([kind, facts.childId]).toEqual([kind, id])
  return notices.slice(0, notices.length - since).map(({ kind }) => kind)
}

type Act = (who: Person) => Promise<unknown>
const send =
  (name: EndpointName, body: object): Act =>
  (who) =>
    ok(ofChild(app, name, who, id, { body }))
const listed = { name: '王秀英', phone: '13733445566', relation: 'relative', validFrom: '2026-11-23' }

const acts: [what: string, NoticeKind, Act][] = [
  ['sets a bar', 'guardian_bar_set', send('barPerson', { name: '赵铁柱' })],
  [
    'lifts a bar',
    'guardian_bar_lifted',
    async (who) => {
      await send('barPerson', { name: '赵铁柱' })(who)
      const [barred] = (await childOf(app, who, id)).barredPeople
      await ok(app.call('unbarPerson', { params: { id: barred?.id ?? '' }, token: who.token }))
    },
  ],
  ['lists a pick-up person', 'guardian_pickup_listed', send('addPickupPerson', listed)],
  [
    'takes one off the list',
    'guardian_pickup_removed',
    async (who) => {
      await send('addPickupPerson', listed)(who)
      const [person] = (await childOf(app, who, id)).pickupPeople
      await ok(app.call('removePickupPerson', { params: { id: person?.id ?? '' }, token: who.token }))
    },
  ],
  [
    'makes a code for a day',
    'guardian_code_made',
    send('makePickupCode', { day: '2026-11-24', name: '王秀英', relation: 'other' }),
  ],
  [
    'changes whom to call',
    'guardian_contacts_changed',
    send('changeChild', {
      emergencyContacts: [{ name: '王秀英', phone: '13733445566', relation: 'relative' }],
    }),
  ],
  ['changes a health note', 'guardian_health_changed', send('changeChild', { allergies: '牛奶过敏' })],
  ['changes the name', 'guardian_profile_changed', send('changeChild', { name: '李小满满' })],
  [
    'withdraws consent',
    'guardian_frozen',
    send('decideConsent', { version: consentVersion, decision: 'refused' }),
  ],
  ['asks for erasure', 'guardian_erasing', send('eraseChild', {})],
  [
    'takes back what froze the child',
    'guardian_freeze_taken_back',
    async (who) => {
      await send('eraseChild', {})(who)
      await send('takeBackFreeze', {})(who)
    },
  ],
  [
    'gives a place up',
    'guardian_left_place',
    async (who) => {
      const programme = await makeProgramme(app, staff)
      await goTo(app, opening, mother, father, staff)
      const { entries } = await signUp(app, { ...who, children: [id] }, programme.id)
      await ok(
        app.call('cancelEnrolment', { params: { id: entries[0]?.caseId ?? '' }, body: {}, token: who.token }),
      )
    },
  ],
]

describe.each(acts)('whoever %s', (_, kind, act) => {
  test.each(['mother', 'father'] as const)('as %s: the other is told at once', async (which) => {
    const [doer, other] = which === 'mother' ? [mother, father] : [father, mother]
    const [before, own] = [(await told(other)).length, (await told(doer)).length]
    await act(doer)
    expect(await told(other, before)).toContain(kind)
    expect(await told(doer, own)).not.toContain(kind)
  })
})

describe('a verified guardian is ended', () => {
  const propose = async (by: Person, of = father) =>
    ofChild<{ id: string }>(app, 'proposeEnding', by, await linkOf(app, of, id), {
      body: { reason: 'court_order' },
    })
  const decide = (by: Person, ending: string, approved = true) =>
    app.call('decideEnding', { params: { id: ending }, body: { approved }, token: by.token })
  let second: Person
  let link: string

  beforeEach(async () => {
    second = await makePerson(app, { name: '赵明', grants: [['grid_worker', here]] })
    link = await linkOf(app, father, id)
    await lookAt(app, staff, link)
  })

  test('by two of staff who have both seen papers; both guardians are told, and the ended one reads no more', async () => {
    const ending = await ok(propose(staff))
    expect((await propose(staff)).problem.code).toBe('ending_open')
    expect((await decide(staff, ending.id)).problem.code).toBe('second_person_needed')
    expect((await decide(second, ending.id)).problem.code).toBe('papers_first')
    expect((await childOf(app, father, id)).id).toBe(id)
    await lookAt(app, second, link)
    const [mothers, fathers] = [(await told(mother)).length, (await told(father)).length]
    await ok(decide(second, ending.id))
    for (const name of ['getChild', 'exportChild', 'listChildAccess', 'getChildDays'] as const)
      expect((await ofChild(app, name, father, id)).problem.code).toBe('not_found')
    expect((await ofChild(app, 'barPerson', father, id, { body: { name: '赵铁柱' } })).problem.code).toBe(
      'not_found',
    )
    expect(await told(mother, mothers)).toContain('guardian_ended')
    const { notices } = await ok(
      app.call<{ notices: { kind: string; facts: { childId: string | null } }[] }>('listNotices', {
        token: father.token,
      }),
    )
    expect(notices.length).toBeGreaterThan(fathers)
    // It opens nothing that the reader may not open any more.
    expect(notices[0]).toMatchObject({ kind: 'guardian_ended', facts: { childId: null } })
    expect((await decide(second, ending.id)).problem.code).toBe('action_not_open')
  })

  test('not where the second says no, nor the last one, nor by a guardian', async () => {
    const ending = await ok(propose(staff))
    await lookAt(app, second, link)
    await ok(decide(second, ending.id, false))
    expect((await childOf(app, father, id)).id).toBe(id)
    // It may be proposed again, and then the other way round.
    const again = await ok(propose(second))
    await ok(decide(staff, again.id))
    expect((await propose(staff, mother)).problem.code).toBe('last_guardian')
    expect((await propose(mother, mother)).status).toBeGreaterThanOrEqual(403)
  })
})
