/** Children of these tests: made over HTTP, with a past in care written behind the app's back. */
import { fillSpine } from './spine'
import { randomUUID } from 'node:crypto'
import {
  type Child,
  type ChildSummary,
  type Circumstance,
  consentVersion,
} from '../../bff/contracts/src/children'
import type { EndpointName } from '../../bff/contracts/src/catalogue'
import { dayOf } from '../../bff/src/platform/shanghai'
import type { Answer, Sent } from './api'
import type { TestApp } from './app'
import { ok } from './story'
import { here, type Person } from './world'

let made = 0
/** Another name each time: two of one name and birth date are one child. */
const nextName = (): string =>
  `李小满${[...String(++made)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')}`

/** The body of `addChild`: a child of nine in the third grade. */
export const profile = (over: object = {}) => ({
  nickname: '小满',
  name: nextName(),
  birthDate: '2017-05-21',
  grade: 3,
  allergies: '花生过敏',
  emergencyContacts: [{ name: '李桂花', phone: '13711112222', relation: 'grandparent' }],
  circumstances: ['both_parents_work'] as Circumstance[],
  relation: 'mother',
  consent: { version: consentVersion, granted: true },
  ...over,
})

export const makeChild = (app: TestApp, guardian: Pick<Person, 'token'>, over: object = {}): Promise<Child> =>
  ok(app.call<Child>('addChild', { body: profile(over), token: guardian.token }))

/** Anything about one child, or one row of it; without a body for what is only read or removed. */
export const ofChild = <T = Child>(
  app: TestApp,
  name: EndpointName,
  who: Pick<Person, 'token'>,
  id: string,
  sent: Omit<Sent, 'params' | 'token'> = {},
): Promise<Answer<T>> => app.call<T>(name, { params: { id }, token: who.token, ...sent })

export const childOf = (app: TestApp, who: Pick<Person, 'token'>, id: string): Promise<Child> =>
  ok(ofChild(app, 'getChild', who, id))

export const invite = async (app: TestApp, who: Pick<Person, 'token'>, childId: string): Promise<string> =>
  (await ok(ofChild<{ code: string }>(app, 'inviteGuardian', who, childId, { body: {} }))).code

export const acceptWith = (app: TestApp, who: Pick<Person, 'token'>, code: string, key?: string) =>
  app.call<ChildSummary>('acceptInvitation', {
    body: { code, relation: 'father' },
    token: who.token,
    ...(key && { key }),
  })

/** The second guardian of a child, by an invitation of the first. */
export async function linkSecond(
  app: TestApp,
  first: Pick<Person, 'token'>,
  second: Pick<Person, 'token'>,
  childId: string,
): Promise<void> {
  await ok(acceptWith(app, second, await invite(app, first, childId)))
}

/** The id of a person's link. */
export const linkOf = async (app: TestApp, who: Pick<Person, 'token'>, childId: string): Promise<string> =>
  (await summaryOf(app, who, childId))?.linkId ?? ''

/** The line of a child in its guardian's list. */
export async function summaryOf(
  app: TestApp,
  who: Pick<Person, 'token'>,
  childId: string,
): Promise<ChildSummary | undefined> {
  const sent = { token: who.token }
  const { children } = await ok(app.call<{ children: ChildSummary[] }>('listChildren', sent))
  return children.find((child) => child.id === childId)
}

/** Staff open what is to be compared. */
export const lookAt = (app: TestApp, staff: Pick<Person, 'token'>, linkId: string) =>
  ok(ofChild<{ warnings: string[] }>(app, 'readPendingLink', staff, linkId))

/** Whoever has no name gets one: without it staff have nothing to compare. */
export async function named(app: TestApp, linkId: string): Promise<void> {
  const { pool } = app.database
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM accounts WHERE name_enc IS NULL AND id = (SELECT account_id FROM guardians WHERE id = $1)`,
    [linkId],
  )
  for (const { id } of rows)
    await pool.query('UPDATE accounts SET name_enc = $2 WHERE id = $1', [
      id,
      app.deps.cipher.encrypt('accounts.name_enc', id, nextName()),
    ])
}

/** Staff have seen the papers of a guardian, and of some circumstances. */
export async function verify(
  app: TestApp,
  staff: Pick<Person, 'token'>,
  guardian: Pick<Person, 'token'>,
  childId: string,
  circumstances: Circumstance[] = [],
): Promise<void> {
  const link = await linkOf(app, guardian, childId)
  await named(app, link)
  const { warnings } = await lookAt(app, staff, link)
  // Tests make one child again and again; whoever is alike somebody barred is no accident of theirs.
  const body = { guardian: true, circumstances, looked: warnings.filter((w) => w !== 'like_barred') }
  await ok(ofChild(app, 'verifyLink', staff, link, { body }))
}

export interface CarePast {
  state?: 'confirmed' | 'completed'
  /** When the programme ended, and when its one record was written. */
  endedAt: Date
  health?: string
  came?: string
  /** Who must not come, and did: seen once, and refused once. */
  barred?: { id: string; name: string }
}

/** A programme that the child was in, with a note about its health and a hand-over. */
export async function makeCarePast(
  app: TestApp,
  childId: string,
  guardian: Pick<Person, 'accountId'>,
  { state = 'completed', endedAt, health = '下午有点发烧', came = '外婆', barred }: CarePast,
): Promise<void> {
  const { pool } = app.database
  const { cipher } = app.deps
  const [programme, session, id] = [randomUUID(), randomUUID(), randomUUID()]
  const begins = new Date(endedAt.getTime() - 7_200_000)
  const day = dayOf(begins)
  await pool.query(
    `INSERT INTO programmes (id, community_code, kind, state, name, place, starts_on, ends_on, weekly, skips, capacity,
       taken, classes, opens_at, closes_at, mode, priority, first_starts_at, last_ends_at, refill_until, created_by, created_at)
     VALUES ($1, $2, 'term', 'published', '放学后托管', '儿童之家', $7, $7, '[]', '{}', 10, 1, 1, $4, $3, 'first_come', '[]',
       $3, $5, $5, $6, $4)`,
    [programme, here, begins, new Date(begins.getTime() - 86_400_000), endedAt, guardian.accountId, day],
  )
  await pool.query('INSERT INTO care_sessions VALUES ($1, $2, $3, $4, $5)', [
    session,
    programme,
    day,
    begins,
    endedAt,
  ])
  await pool.query(
    `INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for, created_at, closed_at)
     VALUES ($1, $2, 'enrolment', $3, $4, $4, 'self', $5, 'nobody', $6, $7)`,
    [
      id,
      `CD-${id.slice(0, 8)}`,
      here,
      guardian.accountId,
      state,
      begins,
      state === 'completed' ? endedAt : null,
    ],
  )
  await pool.query(
    `INSERT INTO enrolments (case_id, state, programme_id, child_id, group_id, group_rule, score, class_no)
     VALUES ($1, $2, $3, $4, $1, 'one', 0, 1)`,
    [id, state, programme, childId],
  )
  await fillSpine(pool)
  const write = async (
    kind: string,
    method: string | null,
    detail: object,
    { person = null, refusal = null }: { person?: string | null; refusal?: string | null } = {},
  ): Promise<void> => {
    const record = randomUUID()
    const sealed = cipher.encrypt('care_details.detail_enc', record, JSON.stringify(detail))
    await pool.query(
      `INSERT INTO care_records (id, session_id, case_id, child_id, kind, at, received_at, by_id, by_name, method,
         person_id, refusal)
       VALUES ($1, $2, $3, $4, $5, $6, $6, $7, '王老师', $8, $9, $10)`,
      [record, session, id, childId, kind, endedAt, guardian.accountId, method, person, refusal],
    )
    await pool.query('INSERT INTO care_details VALUES ($1, $2)', [record, sealed])
  }
  await write('health', null, { text: health })
  await write('released', 'listed', { person: came })
  if (!barred) return
  const door = { person: barred.name, relation: 'other', reason: `${barred.name}要接` }
  await write('barred_seen', null, door, { person: barred.id })
  await write('refused', 'override', door, { refusal: 'person_barred' })
}

export interface Proof {
  tag: string
  cause: string
  fields: number
}

/** What was erased of a child, as proved. */
export async function proofsOf({ database }: TestApp, childId: string): Promise<Proof[]> {
  const { rows } = await database.pool.query<Proof>(
    'SELECT tag, cause, fields FROM erasure_proofs WHERE about_id = $1 ORDER BY id',
    [childId],
  )
  return rows.sort((a, b) => a.tag.localeCompare(b.tag))
}
