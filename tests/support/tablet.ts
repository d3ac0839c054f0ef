import type { Answer } from './api'
import type { TestApp } from './app'
import { ok } from './story'
import { here, type Person } from './world'

export interface Tablet {
  deviceId: string
  deviceToken: string
}

export const pairingCode = async (app: TestApp, staff: Person, community = here): Promise<string> =>
  (await ok(app.call<{ code: string }>('makePairingCode', { body: { community }, token: staff.token }))).code

export const pairWith = (
  app: TestApp,
  code: string,
  name = '一班平板',
): Promise<Answer<Tablet & { communityName: string }>> => app.call('pairCareDevice', { body: { code, name } })

/** A tablet that staff have paired. */
export async function makeTablet(app: TestApp, staff: Person, community = here): Promise<Tablet> {
  const { deviceId, deviceToken } = await ok(pairWith(app, await pairingCode(app, staff, community)))
  return { deviceId, deviceToken }
}

export const goodPin = '483920'

export const putPin = (app: TestApp, who: Person, pin = goodPin): Promise<Answer> =>
  app.call('setPin', { body: { pin }, token: who.token })

export interface Entered {
  accessToken: string
  expiresAt: string
}

export const enter = (
  app: TestApp,
  tablet: Tablet,
  who: Pick<Person, 'accountId'>,
  pin = goodPin,
): Promise<Answer<Entered>> => app.call('enterByPin', { body: { ...tablet, accountId: who.accountId, pin } })

/** A carer on a tablet, as the tests' people are. */
export async function onTablet(app: TestApp, tablet: Tablet, who: Person): Promise<Pick<Person, 'token'>> {
  return { token: (await ok(enter(app, tablet, who))).accessToken }
}
