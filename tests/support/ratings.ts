import type { CaseDetail } from '../../bff/contracts/src/cases'
import type { RatingPage, RatingWish } from '../../bff/contracts/src/ratings'
import { completeEnded } from '../../bff/src/modules/bookings/jobs'
import type { Answer } from './api'
import type { TestApp } from './app'
import { act, book, ok } from './story'
import { makePerson, makeRoom, type Person, signIn, wish } from './world'

/** A booking of Wednesday 25 November, 14:00–16:00, that was used, cleaned up after and completed by the clock. */
export async function finishedBooking(app: TestApp, party: Person, staff: Person): Promise<CaseDetail> {
  const booked = await book(app, party, wish(await makeRoom(app)))
  await ok(act(app, 'confirmBooking', staff, booked.id))
  await finishAll(app)
  return booked
}

/** Completes whatever has ended by 17:00 on that Wednesday. */
export async function finishAll(app: TestApp): Promise<void> {
  app.clock.set('2026-11-25T09:00:00Z')
  while ((await completeEnded(app.deps)) > 0);
}

export const wordless: RatingWish = {
  grade: 'satisfied',
  reasonsVersion: '2026-11',
  reasons: [],
  publish: false,
  named: false,
}

export const rate = (
  app: TestApp,
  who: Pick<Person, 'token'>,
  id: string,
  said: Partial<RatingWish> = {},
  key?: string,
): Promise<Answer<RatingPage>> =>
  app.call('rateCase', {
    params: { id },
    body: { ...wordless, ...said },
    token: who.token,
    ...(key && { key }),
  })

export const pageFor = (app: TestApp, who: Pick<Person, 'token'>, id: string): Promise<Answer<RatingPage>> =>
  app.call('getRatingPage', { params: { id }, token: who.token })

/** The same person with a token that is good at the clock's new time. */
export const again = (app: TestApp, who: Pick<Person, 'accountId'>): Promise<Person> =>
  signIn(app.deps, who.accountId)

let people = 0
/** A resident with name and telephone. */
export const makeRater = (app: TestApp, name = '周敏'): Promise<Person> =>
  makePerson(app, { name, phone: `137${String(10_000_000 + people++)}` })
