/** What the tests of a room's line say of its people, over HTTP. */
import type { LinePlace } from '../../../bff/contracts/src/line'
import type { Notice } from '../../../bff/contracts/src/notices'
import { deliverOverdue } from '../../../bff/src/modules/notices/jobs'
import type { TestApp } from '../../support/app'
import { waitSlot } from '../../support/line'
import { caseOf, ok } from '../../support/story'
import { makePerson, type Person, signIn, wish } from '../../support/world'

export type Waiter = Person & { id: string }

/** A new person who waits for a room on Wednesday, local hours. */
export async function waiterFor(
  app: TestApp,
  roomId: string,
  [from, to]: [number, number] = [14, 16],
  extra: { mainlyFor?: string } = {},
): Promise<Waiter> {
  const person = await makePerson(app)
  const { id } = await ok(waitSlot(app, person, { ...wish(roomId, from, to), ...extra }))
  return { ...person, id }
}

export const placeOf = (app: TestApp, who: Waiter): Promise<LinePlace> =>
  ok(app.call<LinePlace>('getLinePlace', { params: { id: who.id }, token: who.token }))

export const stateOf = async (app: TestApp, who: Waiter): Promise<string> =>
  (await caseOf(app, who, who.id)).state

export async function noticesOf(app: TestApp, who: Person): Promise<Notice[]> {
  await deliverOverdue(app.deps)
  return (await ok(app.call<{ notices: Notice[] }>('listNotices', { token: who.token }))).notices
}

/** Moves the clock; who is signed in stays so. */
export async function later(app: TestApp, to: string | Date, ...people: Person[]): Promise<void> {
  app.clock.set(to)
  for (const person of people) Object.assign(person, await signIn(app.deps, person.accountId))
}
