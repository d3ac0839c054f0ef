import { randomUUID } from 'node:crypto'
import type { CaseDetail } from '../../bff/contracts/src/cases'
import type { GroupRule } from '../../bff/contracts/src/line'
import {
  join,
  type LineResource,
  lockLine,
  openLine,
  type Resources,
  settle,
  settleNow,
} from '../../bff/src/modules/line/service'
import { answer, type LineAnswer } from '../../bff/src/modules/line/answers'
import { idempotencyOf } from '../../bff/src/platform/idempotency'
import { Problem } from '../../bff/src/platform/problem'
import { lineResources } from '../../bff/src/lines'
import type { Tx } from '../../bff/src/platform/db'
import type { Answer } from './api'
import type { TestApp } from './app'
import { here, type Person, type wish } from './world'

/** Asks to wait for a taken slot over HTTP. */
export const waitSlot = (
  app: TestApp,
  who: Pick<Person, 'token'>,
  body: ReturnType<typeof wish> & { mainlyFor?: string; contactName?: string },
): Promise<Answer<CaseDetail>> => app.call('waitForSlot', { body, token: who.token })

/** Far away, so that an offer by day is kept for two hours. */
export const farStart = new Date('2027-03-01T01:00:00Z')

/** A programme of so many places by plain SQL, with nobody in it. */
export async function makePlaces(
  app: TestApp,
  capacity: number,
  { community = here, startsAt = farStart } = {},
): Promise<string> {
  const id = randomUUID()
  const by = await makeAccount(app)
  const day = startsAt.toISOString().slice(0, 10)
  await app.database.pool.query(
    `INSERT INTO programmes (id, community_code, kind, state, name, place, starts_on, ends_on, weekly, skips, capacity,
       classes, opens_at, closes_at, mode, priority, first_starts_at, last_ends_at, refill_until, created_by, created_at)
     VALUES ($1, $2, 'term', 'published', '春季课后托管', '儿童之家', $3, $3, '[]', '{}', $4, 1, '2026-11-01', '2026-12-01',
       'first_come', '[]', $5::timestamptz, $5::timestamptz + interval '2 hours', $5::timestamptz, $6, $7)`,
    [id, community, day, capacity, startsAt, by, app.clock.now()],
  )
  return id
}

async function makeAccount(app: TestApp): Promise<string> {
  const id = randomUUID()
  await app.database.pool.query('INSERT INTO accounts (id, community_code, created_at) VALUES ($1, $2, $3)', [
    id,
    here,
    app.clock.now(),
  ])
  return id
}

/** A child by plain SQL with this guardian. */
export async function makeLineChild(app: TestApp, guardian: string): Promise<string> {
  const id = randomUUID()
  const { pool } = app.database
  // What staff write about a place in line is compared with the child's name, so there is one.
  const profile = JSON.stringify({ name: '李小雨', birthDate: '2017-05-21', grade: 3 })
  await pool.query(
    `INSERT INTO children (id, community_code, nickname, profile_enc, created_by, created_at, active_at)
     VALUES ($1, $2, '小雨', $5, $3, $4, $4)`,
    [id, here, guardian, app.clock.now(), app.deps.cipher.encrypt('children.profile_enc', id, profile)],
  )
  await pool.query(
    `INSERT INTO guardians (id, child_id, account_id, place, relation, created_at) VALUES ($1, $2, $3, 1, 'mother', $4)`,
    [randomUUID(), id, guardian, app.clock.now()],
  )
  return id
}

/** A programme's places as the simplest thing that a line can give out. */
export const placesLine: LineResource = {
  kind: 'programme',
  async free(tx, line) {
    const [row] = await tx.$queryRaw<{ free: number }[]>`
      SELECT capacity - taken AS free FROM programmes WHERE id = ${line.programmeId}::uuid`
    return row?.free ?? 0
  },
  async take(_deps, tx, line, entries) {
    const taken = await tx.$executeRaw`UPDATE programmes SET taken = taken + ${entries.length}::int
      WHERE id = ${line.programmeId}::uuid AND taken + ${entries.length}::int <= capacity`
    return taken === 1
  },
  async release(tx, line, entries) {
    await tx.$executeRaw`UPDATE programmes SET taken = taken - ${entries.length}::int
      WHERE id = ${line.programmeId}::uuid`
  },
  startOf: async (tx, line) => {
    const [row] = await tx.$queryRaw<{ at: Date }[]>`
      SELECT first_starts_at AS at FROM programmes WHERE id = ${line.programmeId}::uuid`
    return row?.at ?? farStart
  },
  changed: () => {},
}

export const testResources: Resources = { ...lineResources, programme: placesLine }

export interface Waiting {
  caseIds: string[]
  lineId: string
  groupId: string
}

/** Children who wait for places, made as a sign-up makes them: the cases, the enrolments and the line in one go. */
export async function waitForPlaces(
  app: TestApp,
  programmeId: string,
  wanted: { guardian: string; rule?: GroupRule; children?: number; score?: number; until?: Date },
): Promise<Waiting> {
  const { rule = 'one', children = 1, score = 0 } = wanted
  const groupId = randomUUID()
  const kids: string[] = []
  for (let n = 0; n < children; n++) kids.push(await makeLineChild(app, wanted.guardian))
  return app.deps.db.transaction(async (tx) => {
    const at = app.clock.now()
    const key = { kind: 'programme' as const, community: here, programmeId }
    const lineId = await openLine(tx, key, at)
    const until = wanted.until ?? farStart
    const entries = []
    for (const childId of kids) {
      const caseId = randomUUID()
      await insertEnrolment(tx, { ...wanted, caseId, childId, programmeId, groupId, rule, score, at, until })
      entries.push({ caseId, partyId: childId, groupId, groupRule: rule, score, until })
    }
    await join(tx, lineId, entries, at)
    return { caseIds: entries.map((e) => e.caseId), lineId, groupId }
  })
}

async function insertEnrolment(
  tx: Tx,
  e: {
    caseId: string
    childId: string
    programmeId: string
    groupId: string
    rule: GroupRule
    score: number
    guardian: string
    at: Date
    until: Date
  },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, child_id, state, waiting_for,
      title, starts_at, ends_at, lapses_at, created_at)
    SELECT ${e.caseId}::uuid, case_number('CD', ${e.at}::timestamptz), 'enrolment', ${here}, ${e.guardian}::uuid,
      ${e.guardian}::uuid, 'self', ${e.childId}::uuid, 'waiting', 'nobody', p.name, p.first_starts_at, p.last_ends_at,
      ${e.until}::timestamptz, ${e.at}::timestamptz
    FROM programmes p WHERE p.id = ${e.programmeId}::uuid`
  await tx.$executeRaw`
    INSERT INTO case_events (case_id, at, action, from_state, to_state, side, actor_id)
    VALUES (${e.caseId}::uuid, ${e.at}::timestamptz, 'request', NULL, 'waiting', 'party', ${e.guardian}::uuid)`
  await tx.$executeRaw`
    INSERT INTO enrolments (case_id, state, programme_id, child_id, group_id, group_rule, score)
    VALUES (${e.caseId}::uuid, 'waiting', ${e.programmeId}::uuid, ${e.childId}::uuid, ${e.groupId}::uuid, ${e.rule},
      ${e.score}::int)`
}

export async function setCapacity(app: TestApp, programmeId: string, capacity: number): Promise<void> {
  await app.database.pool.query('UPDATE programmes SET capacity = $2 WHERE id = $1', [programmeId, capacity])
}
export const settlePlaces = (app: TestApp, lineId: string): Promise<void> =>
  settleNow(app.deps, placesLine, lineId)

/** Everybody who ever stood in a line, first to last. */
export async function standingsOf(
  app: TestApp,
  lineId: string,
): Promise<{ caseId: string; state: string; heldUntil: string | null; offers: number }[]> {
  const { rows } = await app.database.pool.query<{
    case_id: string
    state: string
    held_until: Date | null
    offers: number
  }>(
    `SELECT case_id, state, CASE WHEN state = 'held' THEN held_until END AS held_until,
       (SELECT count(*)::int FROM case_events v WHERE v.case_id = e.case_id AND v.action = 'offer') AS offers
     FROM line_entries e WHERE line_id = $1 ORDER BY sort_score DESC, sort_arrival`,
    [lineId],
  )
  return rows.map((row) => ({
    caseId: row.case_id,
    state: row.state,
    heldUntil: row.held_until?.toISOString() ?? null,
    offers: row.offers,
  }))
}

/** An answer as the routes give it, by the service itself. @returns the problem's code, or the new state */
export async function answerLine(
  app: TestApp,
  guardian: string,
  id: string,
  action: LineAnswer,
): Promise<string> {
  const who = { accountId: guardian, sessionId: randomUUID() }
  const sent = { accountId: guardian, key: randomUUID(), endpoint: `${action}Line`, sent: { id } }
  const idempotency = idempotencyOf(app.deps.cipher, sent)
  try {
    return (await answer(app.deps, testResources, who, idempotency, { id, action })).state
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

/** A place that somebody had is given back, as a programme does it: line, place, case, and the line again. */
export const giveUp = (app: TestApp, lineId: string, caseId: string): Promise<void> =>
  app.deps.db.transaction(async (tx) => {
    const line = await lockLine(tx, lineId)
    await tx.$executeRaw`UPDATE programmes SET taken = taken - 1 WHERE id = ${line?.programmeId}::uuid`
    await tx.$executeRaw`UPDATE cases SET state = 'cancelled', closed_at = ${app.clock.now()}::timestamptz
      WHERE id = ${caseId}::uuid AND state = 'confirmed'`
    await settle(app.deps, tx, placesLine, lineId, app.clock.now())
  })
