/** Many people's data at once asks for a second proof, which is good for one session and ten minutes. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { monday, testApp } from '../../support/app'
import { ok } from '../../support/story'
import { here, makeDivisions, makePerson, type Person, signIn } from '../../support/world'
import { demandConfirmed } from '../../../bff/src/modules/identity/confirmation'

const app = await testApp()
beforeAll(() => makeDivisions(app))
let staff: Person
let numbers = 0

beforeEach(async () => {
  app.clock.set(monday)
  staff = await makePerson(app, { grants: [['staff', here]] })
  const phone = `1380013${String((numbers += 1)).padStart(4, '0')}`
  await app.database.pool.query('UPDATE accounts SET phone_enc = $2, phone_hash = $3 WHERE id = $1', [
    staff.accountId,
    app.deps.cipher.encrypt('accounts.phone_enc', staff.accountId, phone),
    app.deps.cipher.lookup('phone', phone),
  ])
})

const ask = (who: Person) =>
  app.call<{ demoCode: string; phoneEnding: string }>('requestConfirmation', { body: {}, token: who.token })
const confirm = (who: Person, code: string) =>
  app.call<{ confirmedUntil: string }>('confirmSession', { body: { code }, token: who.token })
const isConfirmed = ({ accountId, sessionId }: Person): Promise<string> =>
  demandConfirmed(app.deps, { accountId, sessionId }).then(
    () => 'yes',
    (error: { code: string }) => error.code,
  )

test('a code to one’s own number confirms this session for ten minutes, and no other', async () => {
  expect(await isConfirmed(staff)).toBe('confirm_needed')
  const { demoCode, phoneEnding } = await ok(ask(staff))
  expect(phoneEnding).toMatch(/^\d\d$/)
  const { confirmedUntil } = await ok(confirm(staff, demoCode))
  expect(Date.parse(confirmedUntil) - app.clock.now().getTime()).toBe(10 * 60_000)
  expect(await isConfirmed(staff)).toBe('yes')
  expect(await ok(confirm(staff, demoCode))).toEqual({ confirmedUntil })
  expect(await isConfirmed(await signIn(app.deps, staff.accountId))).toBe('confirm_needed')
  app.clock.advance(10)
  expect(await isConfirmed(staff)).toBe('confirm_needed')
})

test('a code of another session, and one for signing in, confirm nothing', async () => {
  const other = await signIn(app.deps, staff.accountId)
  const { demoCode } = await ok(ask(other))
  expect((await confirm(staff, demoCode)).problem.code).toBe('phone_code_expired')
  await ok(ask(staff))
  expect((await confirm(staff, demoCode)).problem.code).toBe('phone_code_wrong')
  expect(await isConfirmed(staff)).toBe('confirm_needed')
})

test('whoever has no number is told what to do first', async () => {
  const nobody = await makePerson(app, { grants: [['staff', here]] })
  expect((await ask(nobody)).problem.code).toBe('confirm_needs_phone')
  expect((await confirm(nobody, '123456')).problem.code).toBe('confirm_needs_phone')
})
