import { randomInt } from 'node:crypto'
import type { Me, SignedIn } from '../../bff/contracts/src/identity'
import type { TestApp } from './app'
import { ok } from './story'
import { makePerson, type Person, type PersonWish } from './world'

export const newPhone = (): string => `135${randomInt(10_000_000, 99_999_999)}`

/** The code that was just sent to this number. */
export const codeTo = async (app: TestApp, phone: string): Promise<string> =>
  (await ok(app.call<{ demoCode: string }>('requestPhoneCode', { body: { phone } }))).demoCode

/** A person with a number of their own. */
export async function withPhone(
  app: TestApp,
  wish: Omit<PersonWish, 'phone'> = {},
): Promise<Person & { phone: string }> {
  const phone = newPhone()
  return { ...(await makePerson(app, { ...wish, phone })), phone }
}

export const joinWith = async (app: TestApp, who: Person, phone: string) =>
  app.call<Me>('joinByPhone', { body: { phone, code: await codeTo(app, phone) }, token: who.token })

export const enter = async (app: TestApp, phone: string, said: object = {}, code?: string) =>
  app.call<SignedIn & { begun?: 'anew' }>('signInByPhone', {
    body: { phone, code: code ?? (await codeTo(app, phone)), device: '手机', ...said },
  })
