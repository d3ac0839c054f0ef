import { randomInt } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Me, SignedIn } from '../../../bff/contracts/src/identity'
import { monday, testApp } from '../../support/app'
import { act, book, ok } from '../../support/story'
import { together, values } from '../../support/together'
import { here, makeDivisions, makePerson, makeRoom, type Person, wish } from '../../support/world'

const app = await testApp()
/** Somebody who came by WeChat: an account without a number. */
let person: Person

beforeAll(() => makeDivisions(app))
beforeEach(async () => {
  app.clock.set(monday)
  person = await makePerson(app)
})

const newPhone = (): string => `135${randomInt(10_000_000, 99_999_999)}`
const codeFor = async (phone: string): Promise<string> =>
  (await ok(app.call<{ demoCode: string }>('requestPhoneCode', { body: { phone } }))).demoCode
const bind = (who: Person, phone: string, code: string) =>
  app.call<Me>('bindPhone', { body: { phone, code }, token: who.token })
const enter = (phone: string, code: string) =>
  app.call<SignedIn>('signInByPhone', { body: { phone, code, device: '手机' } })

test('the number lets staff call back, and its owner in', async () => {
  const phone = newPhone()
  expect(await ok(bind(person, phone, await codeFor(phone)))).toMatchObject({
    id: person.accountId,
    phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
  })
  const staff = await makePerson(app, { grants: [['staff', here]] })
  const { id } = await book(app, person, wish(await makeRoom(app)))
  expect(await ok(act(app, 'readContact', staff, id, { body: undefined }))).toMatchObject({ phone })
  app.clock.advance(1)
  expect((await ok(enter(phone, await codeFor(phone)))).me.id).toBe(person.accountId)
})

test('asked again after the answer was lost, it is done; for another number it is not the place', async () => {
  const [first, second] = [newPhone(), newPhone()]
  const code = await codeFor(first)
  const bound = await ok(bind(person, first, code))
  expect(await ok(bind(person, first, code))).toEqual(bound)
  // Who holds a phone for a minute must not become its owner for ever.
  const stolen = await codeFor(second)
  expect((await bind(person, second, stolen)).problem.code).toBe('phone_bound')
  expect((await ok(enter(second, stolen))).me.id).not.toBe(person.accountId)
})

test('of two numbers given to one account at once, one is its own', async () => {
  const numbers = [newPhone(), newPhone()]
  const codes = await Promise.all(numbers.map(codeFor))
  const answers = values(await together(2, (n) => bind(person, numbers[n] ?? '', codes[n] ?? '')))
  expect(answers.map((a) => a.problem.code ?? 'mine').sort()).toEqual(['mine', 'phone_bound'])
})

test('somebody else’s number is refused, and its code is not spent', async () => {
  const phone = newPhone()
  const owner = await ok(enter(phone, await codeFor(phone)))
  app.clock.advance(1)
  const code = await codeFor(phone)
  expect((await bind(person, phone, code)).problem.code).toBe('phone_taken')
  expect((await ok(enter(phone, code))).me.id).toBe(owner.me.id)
})

test('a wrong code, one of another phone and one that is over are refused', async () => {
  const [phone, stranger] = [newPhone(), newPhone()]
  const [code, strange] = [await codeFor(phone), await codeFor(stranger)]
  if (code !== strange) expect((await bind(person, phone, strange)).problem.code).toBe('phone_code_wrong')
  app.clock.advance(5)
  expect((await bind(person, phone, code)).problem.code).toBe('phone_code_expired')
})

test('of two accounts that give one number at once, one has it', async () => {
  const [phone, rival] = [newPhone(), await makePerson(app)]
  const code = await codeFor(phone)
  const answers = values(await together(8, (n) => bind(n % 2 ? person : rival, phone, code)))
  const codes = new Set(answers.map((a) => (a.status === 200 ? a.body.id : a.problem.code)))
  expect([...codes].filter((c) => c === person.accountId || c === rival.accountId)).toHaveLength(1)
  for (const c of codes)
    expect([person.accountId, rival.accountId, 'phone_code_expired', 'phone_taken']).toContain(c)
})
