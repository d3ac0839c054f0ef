import type { CaseDetail } from '../../bff/contracts/src/cases'
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import type { Tokens } from '../../bff/contracts/src/identity'
import { deliverOverdue } from '../../bff/src/modules/notices/jobs'
import type { Answer, Sent } from './api'
import type { TestApp } from './app'
import type { Person, wish } from './world'

/** The answer's body; a test that goes on from a refusal would only fail later and say less. */
export async function ok<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

/** A request made over HTTP by its party. */
export const book = (
  app: TestApp,
  party: Pick<Person, 'token'>,
  body: ReturnType<typeof wish> & { note?: string; contactName?: string },
): Promise<CaseDetail> => ok(app.call('requestBooking', { body, token: party.token }))

/** One decision about a case; `body` is empty unless it is given. */
export const act = (
  app: TestApp,
  name: EndpointName,
  who: Pick<Person, 'token'>,
  id: string,
  sent: Omit<Sent, 'params' | 'token'> = {},
): Promise<Answer<CaseDetail>> => app.call(name, { params: { id }, token: who.token, body: {}, ...sent })

export const refresh = (app: TestApp, refreshToken: string, key?: string): Promise<Answer<Tokens>> =>
  app.call('refreshSession', { body: { refreshToken }, ...(key && { key }) })

/** Moves the clock past the time in which a decision can be taken back, and delivers what is due. */
export async function deliverAll(app: TestApp): Promise<void> {
  app.clock.advance(1)
  await deliverOverdue(app.deps)
}

export const caseOf = (app: TestApp, who: Pick<Person, 'token'>, id: string): Promise<CaseDetail> =>
  ok(app.call<CaseDetail>('getCase', { params: { id }, token: who.token }))

/** Sets a division's own value; the app reads it with its next look at the register. */
export async function set(app: TestApp, division: string, key: string, value: unknown): Promise<void> {
  await app.database.pool.query(
    `INSERT INTO division_settings (division_code, key, value) VALUES ($1, $2, $3::jsonb)
     ON CONFLICT (division_code, key) DO UPDATE SET value = excluded.value`,
    [division, key, JSON.stringify(value)],
  )
  app.deps.cache.drop('divisions')
}
