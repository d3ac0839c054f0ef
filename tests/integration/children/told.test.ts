/** Two guardians: each is told at once of what the other does, whichever of them does it; and who did it is not. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { consentVersion } from '../../../bff/contracts/src/children'
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import type { NoticeKind } from '../../../bff/contracts/src/notices'
import { finishFreezes } from '../../../bff/src/modules/children/freezes'
import { childPorts } from '../../../bff/src/lines'
import { testApp } from '../../support/app'
import { childOf, linkOf, lookAt, ofChild, summaryOf, verify } from '../../support/children'
import { goTo, makeProgramme, opening, signUp } from '../../support/programmes'
import { deliverAll, ok } from '../../support/story'
import { twoGuardians } from '../../support/two-guardians'
import { makeDivisions, type Person, signIn } from '../../support/world'

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
      await send('barPerson', { name: '孙大圣' })(who)
      const [barred] = (await childOf(app, who, id)).barredPeople
      await ok(app.call('unbarPerson', { params: { id: barred?.id ?? '' }, token: who.token }))
    },
  ],
  ['lists a pick-up person', 'guardian_pickup_listed', send('addPickupPerson', listed)],
  [
    'takes one off the list',
    'guardian_pickup_removed',
    async (who) => {
      await send('addPickupPerson', { ...listed, name: '钱小红', phone: '13733445577' })(who)
      const [person] = (await childOf(app, who, id)).pickupPeople
      await ok(app.call('removePickupPerson', { params: { id: person?.id ?? '' }, token: who.token }))
    },
  ],
  [
    'makes a code for a day',
    'guardian_code_made',
    send('makePickupCode', { day: '2026-11-24', name: '王秀兰', relation: 'other' }),
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
    'puts it into a draw',
    'guardian_enrolled',
    async (who) => {
      const opensAt = '2026-11-24T00:00:00.000Z'
      const programme = await makeProgramme(app, staff, { mode: 'draw', opensAt })
      await goTo(app, opensAt, mother, father, staff)
      await signUp(app, { ...who, children: [id] }, programme.id)
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

describe('whom staff have known, while only the other one was verified anew', () => {
  beforeEach(async () => {
    const { name } = await childOf(app, father, id)
    for (const again of ['李小错', name])
      await ok(ofChild(app, 'changeChild', father, id, { body: { name: again } }))
    await verify(app, staff, father, id)
    expect((await ofChild(app, 'getChild', mother, id)).problem.code).toBe('guardian_not_verified')
  })

  test('is told of everything the other does', async () => {
    expect((await told(mother)).filter((kind) => kind === 'guardian_verified')).toHaveLength(3)
    // Another name would end his verification, too.
    for (const [, kind, act] of acts.filter(([, renames]) => renames !== 'guardian_profile_changed')) {
      for (const one of [mother, father, staff]) Object.assign(one, await signIn(app.deps, one.accountId))
      const before = (await told(mother)).length
      await act(father)
      expect(await told(mother, before)).toContain(kind)
      await ofChild(app, 'takeBackFreeze', father, id, { body: {} })
    }
  })

  test('sees until when the child can be saved at the counter, and is told that it is gone', async () => {
    await send('eraseChild', {})(father)
    const finalAt = '2026-11-26T02:12:00.000Z'
    expect(await summaryOf(app, mother, id)).toMatchObject({
      knows: false,
      frozen: { what: 'erase', finalAt },
    })
    app.clock.set(finalAt)
    await finishFreezes(app.deps, childPorts)
    await deliverAll(app)
    const { token } = await signIn(app.deps, mother.accountId)
    const { notices } = await ok(app.call<{ notices: { kind: string }[] }>('listNotices', { token }))
    expect(notices[0]?.kind).toBe('guardian_child_erased')
  })

  test('is nobody whom a clerk shuts out without seeing it: it is said, and confirmed, before the other is verified', async () => {
    await ok(ofChild(app, 'changeChild', father, id, { body: { birthDate: '2017-05-22' } }))
    const link = await linkOf(app, father, id)
    expect((await lookAt(app, staff, link)).warnings).toEqual(['other_waits'])
    const body = { guardian: true, circumstances: [] }
    expect((await ofChild(app, 'verifyLink', staff, link, { body })).problem.code).toBe('look_closer')
    await ok(ofChild(app, 'verifyLink', staff, link, { body: { ...body, looked: ['other_waits'] } }))
    // The second one leaves nobody behind.
    expect((await lookAt(app, staff, await linkOf(app, mother, id))).warnings).toEqual([])
  })
})
