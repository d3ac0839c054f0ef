import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { ProposedNumber } from '../../../bff/contracts/src/accounts'
import { codeTo, enter, newPhone, withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import { makeChild, verify, childOf } from '../../support/children'
import { makeProgramme } from '../../support/programmes'
import { book, ok } from '../../support/story'
import {
  elsewhere,
  here,
  makeDivisions,
  makePerson,
  makeRoom,
  nextDoor,
  type Person,
  wish,
} from '../../support/world'

const app = await testApp()
const { pool } = app.database
let first: Person
let second: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  first = await makePerson(app, { name: '杨春梅', grants: [['staff', here]] })
  second = await makePerson(app, { name: '罗玉兰', grants: [['staff', here.slice(0, 9)]] })
})

const propose = async (who: Person, known: string, name: string, newNumber: string, community = here) =>
  app.call<ProposedNumber>('proposeNumber', {
    token: who.token,
    body: {
      community,
      name,
      known,
      papers: 'identity_card',
      newPhone: newNumber,
      code: await codeTo(app, newNumber),
    },
  })
const decide = (who: Person, id: string, name = '张伟') =>
  app.call('decideNumber', { params: { id }, body: { approve: true, name }, token: who.token })
const reject = (who: Person, id: string) =>
  app.call('decideNumber', { params: { id }, body: { approve: false }, token: who.token })
const waiting = async (who: Person, division = here) =>
  (
    await ok(
      app.call<{ numbers: ProposedNumber[] }>('listProposedNumbers', {
        query: { division },
        token: who.token,
      }),
    )
  ).numbers

test('a lost number: papers seen by two, old sessions end, the old number opens nothing, the person reads it', async () => {
  const [person, next] = [await withPhone(app, { name: '张伟' }), newPhone()]
  const made = await ok(propose(first, person.phone, '張偉', next))
  expect(made).toMatchObject({ proposedBy: '杨春梅', joins: false, canDecide: false, mine: true })
  expect(JSON.stringify(made)).not.toContain('张')
  expect(made.newPhone).toBe(`${next.slice(0, 3)}****${next.slice(-4)}`)
  expect((await decide(first, made.id)).problem.code).toBe('second_staff_needed')
  expect((await waiting(second))[0]).toMatchObject({ id: made.id, canDecide: true, mine: false })
  expect((await decide(second, made.id, '张小伟')).problem.code).toBe('papers_differ')
  expect((await waiting(second)).map(({ id }) => id)).toContain(made.id)
  await ok(decide(second, made.id))
  expect((await decide(second, made.id)).problem.code).toBe('action_not_open')
  expect((await app.call('getMe', { token: person.token })).problem.code).toBe('session_revoked')
  app.clock.advance(2)
  const back = await ok(enter(app, next))
  expect(back.me.id).toBe(person.accountId)
  expect((await ok(enter(app, person.phone))).me.id).not.toBe(person.accountId)
  const { changes } = await ok(
    app.call<{ changes: unknown[] }>('listNumberChanges', { token: back.accessToken }),
  )
  expect(changes).toMatchObject([{ way: 'counter', by: '杨春梅', confirmedBy: '罗玉兰', approved: true }])
  const { rows } = await pool.query('SELECT new_phone_enc FROM number_changes WHERE id = $1', [made.id])
  expect(rows).toEqual([{ new_phone_enc: null }])
})

test('a refusal changes nothing, and the first takes back what was a mistake', async () => {
  const person = await withPhone(app, { name: '张伟' })
  const { id } = await ok(propose(first, person.phone, '张伟', newPhone()))
  await ok(reject(second, id))
  await ok(reject(first, (await ok(propose(first, person.phone, '张伟', newPhone()))).id))
  expect((await app.call('getMe', { token: person.token })).status).toBe(200)
  expect(await waiting(second)).toEqual([])
})

test('the number of a matter finds the person, too; another name, or another community, finds nobody', async () => {
  const person = await withPhone(app, { name: '张伟' })
  const { number } = await book(app, person, wish(await makeRoom(app)))
  expect((await propose(first, person.phone, '王强', newPhone())).problem.code).toBe('person_not_found')
  const far = await makePerson(app, { grants: [['staff', elsewhere]] })
  expect((await propose(far, person.phone, '张伟', newPhone(), elsewhere)).problem.code).toBe(
    'person_not_found',
  )
  expect((await propose(far, person.phone, '张伟', newPhone(), here)).problem.code).toBe('not_found')
  expect((await ok(propose(first, number, '张伟', newPhone()))).mine).toBe(true)
  expect((await propose(first, number, '张伟', newPhone())).problem.code).toBe('number_change_waits')
})

test('nobody decides about themselves, also not with an account that became theirs', async () => {
  const own = await withPhone(app, { name: '杨春梅', grants: [['staff', here]] })
  expect((await propose(own, own.phone, '杨春梅', newPhone())).problem.code).toBe('not_allowed')
  const { id } = await ok(propose(first, own.phone, '杨春梅', newPhone()))
  expect((await decide(own, id, '杨春梅')).problem.code).toBe('not_allowed')
})

test('a new number that has an account: it becomes part of the person’s, once two have seen papers', async () => {
  const [person, other] = [await withPhone(app, { name: '张伟' }), await withPhone(app, { name: '张伟' })]
  const child = await makeChild(app, other)
  await verify(app, first, other, child.id)
  const made = await ok(propose(first, person.phone, '张伟', other.phone))
  expect(made.joins).toBe(true)
  await ok(decide(second, made.id))
  app.clock.advance(2)
  const back = await ok(enter(app, other.phone))
  expect(back.me.id).toBe(person.accountId)
  const { guardians } = await childOf(app, { token: back.accessToken }, child.id)
  expect(guardians).toMatchObject([{ mine: true, verifiedAt: expect.any(String) as string }])
})

test('an account that somebody renames is given to nobody but whose papers staff have seen', async () => {
  const mother = await withPhone(app, { name: '周敏' })
  const child = await makeChild(app, mother)
  await verify(app, first, mother, child.id)
  const rename = (name: string) => ok(app.call('updateMe', { token: mother.token, body: { name } }))
  await rename('张伟')
  const { id } = await ok(propose(first, mother.phone, '张伟', newPhone()))
  expect((await decide(second, id)).problem.code).toBe('papers_differ')
  await ok(reject(second, id))
  await rename('周 敏')
  await ok(decide(second, (await ok(propose(first, mother.phone, '周敏', newPhone()))).id, '周敏'))
})

test('who waits since a number came to somebody else is found by that number', async () => {
  const person = await withPhone(app, { name: '张伟' })
  app.clock.advance(91 * 24 * 60)
  expect((await ok(enter(app, person.phone, { anew: true }))).begun).toBe('anew')
  app.clock.advance(2)
  const [a, b] = [
    await makePerson(app, { grants: [['staff', here]] }),
    await makePerson(app, { grants: [['staff', here]] }),
  ]
  const next = newPhone()
  await ok(decide(b, (await ok(propose(a, person.phone, '张伟', next))).id))
  app.clock.advance(2)
  expect((await ok(enter(app, next))).me.id).toBe(person.accountId)
})

test('the list of another division is nobody’s else', async () => {
  const far = await makePerson(app, { grants: [['staff', nextDoor]] })
  expect(
    (await app.call('listProposedNumbers', { query: { division: here }, token: far.token })).problem.code,
  ).toBe('not_found')
})

test('what the database refuses to hold of one person is refused in plain words, and nothing is joined', async () => {
  const carers = [0, 1].map(() => withPhone(app, { name: '张伟', grants: [['care_worker', here]] }))
  const [one, two] = await Promise.all(carers as [(typeof carers)[0], (typeof carers)[0]])
  const days = { startsOn: '2026-12-07', endsOn: '2026-12-18', weekdays: [1, 2, 3, 4, 5] }
  for (const { accountId } of [one, two])
    await ok(
      app.call('addDuty', {
        params: { id: (await makeProgramme(app, first)).id },
        body: { accountId, classNo: 1, leader: true, ...days },
        token: first.token,
      }),
    )
  const { id } = await ok(propose(first, one.phone, '张伟', two.phone))
  const answer = await decide(second, id)
  expect([answer.status, answer.problem.code]).toEqual([409, 'join_impossible'])
  const { rows } = await pool.query(
    'SELECT joined_into, phone_hash IS NULL AS bare FROM accounts WHERE id = ANY ($1)',
    [[one.accountId, two.accountId]],
  )
  expect(rows).toEqual(Array(2).fill({ joined_into: null, bare: false }))
})
