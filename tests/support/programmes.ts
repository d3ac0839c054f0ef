/** Programmes of these tests, made over HTTP by their staff. */
import type { Programme } from '../../bff/contracts/src/programmes'
import type { SignedUp } from '../../bff/contracts/src/enrolments'
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import type { Answer, Sent } from './api'
import type { TestApp } from './app'
import { makeChild } from './children'
import { ok } from './story'
import { here, makePerson, type Person, signIn } from './world'

/** The sign-up of `plan` opens on Tuesday 24 November 2026 at 09:00 in Shanghai, and closes a week later. */
export const opening = '2026-11-24T01:00:00.000Z'
export const closing = '2026-12-01T01:00:00.000Z'

/** Moves the clock, and gives people sessions that have not expired since. */
export async function goTo(app: TestApp, at: string | Date, ...people: Person[]): Promise<void> {
  app.clock.set(at)
  for (const person of people) Object.assign(person, await signIn(app.deps, person.accountId))
}

/** Afternoon care on weekdays from Monday 7 December to Friday 18 December 2026: two places, one class, first come. */
export const plan = (over: object = {}) => ({
  kind: 'term',
  name: '四点半课堂',
  place: '东兴社区儿童之家',
  startsOn: '2026-12-07',
  endsOn: '2026-12-18',
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '16:00', to: '18:00' })),
  skips: [] as string[],
  capacity: 2,
  classes: 1,
  ages: null as { min: number; max: number } | null,
  grades: { min: 1, max: 6 } as { min: number; max: number } | null,
  opensAt: opening,
  closesAt: closing,
  mode: 'first_come',
  priority: [] as { circumstance: string; points: number }[],
  ...over,
})

export const draft = (app: TestApp, staff: Pick<Person, 'token'>, over: object = {}): Promise<Programme> =>
  ok(app.call<Programme>('createProgramme', { body: { community: here, ...plan(over) }, token: staff.token }))

/** One step of a programme; `body` is empty unless it is given. */
export const stepTo = (
  app: TestApp,
  name: EndpointName,
  staff: Pick<Person, 'token'>,
  id: string,
  sent: Omit<Sent, 'params' | 'token'> = {},
): Promise<Answer<Programme>> =>
  app.call<Programme>(name, { params: { id }, token: staff.token, body: {}, ...sent })

/** A published programme. */
export async function makeProgramme(
  app: TestApp,
  staff: Pick<Person, 'token'>,
  over: object = {},
): Promise<Programme> {
  const { id } = await draft(app, staff, over)
  return ok(stepTo(app, 'publishProgramme', staff, id))
}

export const programmeNow = (app: TestApp, id: string, who?: Pick<Person, 'token'>): Promise<Programme> =>
  ok(app.call<Programme>('getProgramme', { params: { id }, ...(who && { token: who.token }) }))

export interface Family extends Person {
  /** Ids of their children. */
  children: string[]
}

/** A guardian with children of nine in the third grade; `over` changes their profile. */
export async function makeFamily(app: TestApp, children = 1, over: object = {}): Promise<Family> {
  const guardian = await makePerson(app)
  const ids: string[] = []
  for (let n = 0; n < children; n++) ids.push((await makeChild(app, guardian, over)).id)
  return { ...guardian, children: ids }
}

export const press = (
  app: TestApp,
  family: Pick<Family, 'token' | 'children'>,
  id: string,
  sent: { key?: string; group?: 'one' | 'all' | 'any'; children?: string[] } = {},
): Promise<Answer<SignedUp>> => {
  const children = sent.children ?? family.children
  return app.call<SignedUp>('signUp', {
    params: { id },
    token: family.token,
    body: { children, group: sent.group ?? (children.length === 1 ? 'one' : 'all') },
    ...(sent.key && { key: sent.key }),
  })
}

export const signUp = (...args: Parameters<typeof press>): Promise<SignedUp> => ok(press(...args))

/** What the database holds of a programme: places given, and how many cases are in each state. */
export async function counted(
  app: TestApp,
  id: string,
): Promise<{ taken: number; states: Record<string, number> }> {
  const { pool } = app.database
  const taken = await pool.query<{ taken: number }>('SELECT taken FROM programmes WHERE id = $1', [id])
  const states = await pool.query<{ state: string; n: number }>(
    'SELECT state, count(*)::int AS n FROM enrolments WHERE programme_id = $1 GROUP BY state',
    [id],
  )
  return {
    taken: taken.rows[0]?.taken ?? -1,
    states: Object.fromEntries(states.rows.map(({ state, n }) => [state, n])),
  }
}
