/** Two members of staff give a person another number, and nobody what is somebody else's. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ProposedNumber } from '../../../bff/contracts/src/accounts'
import { codeTo, enter, joinWith, newPhone, withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import { linkSecond, makeChild, verify } from '../../support/children'
import { again } from '../../support/ratings'
import { ok } from '../../support/story'
import { elsewhere, here, makeDivisions, makePerson, type Person, type PersonWish } from '../../support/world'

const app = await testApp()
beforeAll(() => makeDivisions(app))
beforeEach(() => app.clock.set(monday))

const day = 24 * 60
const named = (wish: Omit<PersonWish, 'phone'> = {}) => withPhone(app, { name: '张伟', ...wish })

describe('at the counter', () => {
  const clerks = async (division = here): Promise<[Person, Person]> => [
    await makePerson(app, { name: '杨', grants: [['staff', division]] }),
    await makePerson(app, { name: '罗', grants: [['staff', division]] }),
  ]
  const propose = async (who: Person, known: string, newNumber: string) =>
    app.call<ProposedNumber>('proposeNumber', {
      token: who.token,
      body: {
        community: here,
        name: '张伟',
        known,
        papers: 'identity_card',
        newPhone: newNumber,
        code: await codeTo(app, newNumber),
      },
    })
  const decide = (who: Person, id: string) =>
    app.call('decideNumber', { params: { id }, body: { approve: true, name: '张伟' }, token: who.token })

  test('two of a village do not give away what reaches further, on either side', async () => {
    const [one, two] = await clerks()
    const [above, alsoAbove] = await clerks('5323')
    const boss = await named({ grants: [['supervisor', '5323']] })
    const plain = await named()
    expect((await propose(one, boss.phone, newPhone())).problem.code).toBe('number_above')
    expect((await propose(one, plain.phone, boss.phone)).problem.code).toBe('number_above')
    app.clock.advance(2)
    const next = newPhone()
    const { id } = await ok(propose(above, boss.phone, next))
    expect((await decide(two, id)).problem.code).toBe('number_above')
    await ok(decide(alsoAbove, id))
    app.clock.advance(2)
    expect((await ok(enter(app, next))).me.id).toBe(boss.accountId)
    const far = await makePerson(app, { grants: [['staff', elsewhere]] })
    expect((await propose(far, plain.phone, newPhone())).problem.code).toBe('not_found')
  })

  test('the lost number goes, be it the second one, and the good one stays', async () => {
    const [main, second, next] = [await named(), await withPhone(app), newPhone()]
    await ok(joinWith(app, main, second.phone))
    const [one, two] = await clerks()
    app.clock.advance(2)
    const made = await ok(propose(one, second.phone, next))
    expect(made.oldPhone).toBe(`${second.phone.slice(0, 3)}****${second.phone.slice(-4)}`)
    await ok(decide(two, made.id))
    app.clock.advance(2)
    for (const phone of [main.phone, next]) expect((await ok(enter(app, phone))).me.id).toBe(main.accountId)
    expect((await ok(enter(app, second.phone))).me.id).not.toBe(main.accountId)
  })

  test('the account of the new number is not swallowed: another name, or the other guardian', async () => {
    const [one, two] = await clerks()
    const [person, stranger, spouse] = [await named(), await named({ name: '王强' }), await withPhone(app)]
    const child = await makeChild(app, person)
    await verify(app, await makePerson(app, { grants: [['staff', here]] }), person, child.id)
    await linkSecond(app, person, spouse, child.id)
    for (const other of [stranger, spouse]) {
      const { id } = await ok(propose(one, person.phone, other.phone))
      expect((await decide(two, id)).problem.code).toBe('join_impossible')
      await ok(app.call('decideNumber', { params: { id }, body: { approve: false }, token: two.token }))
      expect((await app.call('getMe', { token: other.token })).status).toBe(200)
    }
  })

  test('a former number of two accounts without a name is not decided by chance', async () => {
    const [one] = await clerks()
    const old = await withPhone(app)
    await makeChild(app, old)
    app.clock.advance(91 * day)
    expect((await ok(enter(app, old.phone, { anew: true }))).begun).toBe('anew')
    expect((await propose(await again(app, one), old.phone, newPhone())).problem.code).toBe('person_unclear')
  })
})
