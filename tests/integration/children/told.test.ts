/** Two guardians: each is told at once of what the other does, whichever of them does it; and who did it is not. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { consentVersion } from '../../../bff/contracts/src/children'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import type { NoticeKind } from '../../../bff/contracts/src/notices'
import { testApp } from '../../support/app'
import { childOf, ofChild } from '../../support/children'
import { goTo, makeProgramme, opening, signUp } from '../../support/programmes'
import { deliverAll, ok } from '../../support/story'
import { twoGuardians } from '../../support/two-guardians'
import { makeDivisions, type Person } from '../../support/world'

const app = await testApp()
let [mother, father, staff] = [] as unknown as Person[] as [Person, Person, Person]
let id: string

beforeAll(async () => {
  await makeDivisions(app)
})
beforeEach(async () => {
  ;({ mother, father, staff, id } = await twoGuardians(app))
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
