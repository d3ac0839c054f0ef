/** Alerts: raised once while they are open, taken by one, added to and never changed; all by guarded statements. */
import { alertKind, type AlertKind } from '@linli/contracts/care-alerts'
import { digits } from '@linli/contracts/ladder'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../../platform/db'
import { idRow, rowOf, rowsOf, rowsOfText } from '../../../platform/rows'
import { accountIdRow } from '../audience-store'
import { colleagueRow, type Colleague } from '../duties/duty-store'

const raisingRow = z.strictObject({
  id: z.string(),
  kind: alertKind,
  sessionId: z.string(),
  caseId: z.string(),
  childId: z.string(),
  at: z.date(),
})
export type Raising = z.output<typeof raisingRow>

/** @returns the id of the open alert: this one, or the one that the same thing raised before, whose time runs on */
export async function putAlert(tx: Tx, r: Raising): Promise<string> {
  const row = await rowOf(tx, idRow)`
    INSERT INTO care_alerts (id, kind, session_id, case_id, child_id, raised_at)
    VALUES (${r.id}::uuid, ${r.kind}, ${r.sessionId}::uuid, ${r.caseId}::uuid, ${r.childId}::uuid, ${r.at}::timestamptz)
    ON CONFLICT (session_id, child_id, kind) WHERE closed_at IS NULL
    DO UPDATE SET raised_at = care_alerts.raised_at RETURNING id`
  return row?.id ?? r.id
}

/** @returns who had not been told of it before */
export async function addPeople(
  tx: Tx,
  alertId: string,
  accountIds: readonly string[],
  at: Date,
): Promise<string[]> {
  const rows = await rowsOf(tx, accountIdRow)`
    INSERT INTO care_alert_people (alert_id, account_id, told_at)
    SELECT ${alertId}::uuid, a, ${at}::timestamptz FROM unnest(${accountIds}::uuid[]) AS a
    ON CONFLICT DO NOTHING RETURNING account_id AS "accountId"`
  return rows.map((row) => row.accountId)
}

/** What was sent to this account and still waits, or is theirs to see to; the newest first, at most twenty. */
export const waitingFor = (db: Db, accountId: string): Promise<z.output<typeof idRow>[]> =>
  db.statement(
    idRow,
    'alerts-waiting',
    `SELECT a.id FROM care_alert_people p JOIN care_alerts a ON a.id = p.alert_id
     WHERE p.account_id = $1::uuid AND a.closed_at IS NULL AND coalesce(a.taken_by, $1::uuid) = $1::uuid
     ORDER BY a.raised_at DESC, a.id LIMIT 20`,
    [accountId],
  )

/** @param from who has it, as the reader saw it. @returns false when somebody else took it, or it is closed */
export async function takeAlert(
  tx: Tx,
  id: string,
  { by, from, at }: { by: string; from: string | null; at: Date },
): Promise<boolean> {
  const taken = await tx.$executeRaw`
    UPDATE care_alerts SET taken_by = ${by}::uuid, taken_at = ${at}::timestamptz
    WHERE id = ${id}::uuid AND closed_at IS NULL AND taken_by IS NOT DISTINCT FROM ${from}::uuid`
  return taken === 1
}

/** @returns false when this account does not have it, or it is closed */
export async function closeAlert(tx: Tx, id: string, by: string, at: Date): Promise<boolean> {
  const closed = await tx.$executeRaw`
    UPDATE care_alerts SET closed_at = ${at}::timestamptz
    WHERE id = ${id}::uuid AND closed_at IS NULL AND taken_by = ${by}::uuid`
  return closed === 1
}

/** What the roll call has settled. @returns the alerts that this ended */
export const closeByRoll = (
  tx: Tx,
  { sessionId, childId, at }: { sessionId: string; childId: string; at: Date },
  kind: AlertKind,
): Promise<z.output<typeof idRow>[]> =>
  rowsOf(tx, idRow)`
    UPDATE care_alerts SET closed_at = ${at}::timestamptz
    WHERE session_id = ${sessionId}::uuid AND child_id = ${childId}::uuid AND kind = ${kind} AND closed_at IS NULL
    RETURNING id`

const untakenRow = z.extend(raisingRow, {
  level: z.int(),
  programmeId: z.string(),
  community: z.string(),
  day: z.string(),
})
export type Untaken = z.output<typeof untakenRow>

const alertRow = z.extend(untakenRow, {
  programmeName: z.string(),
  place: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  classNo: z.nullable(z.int()),
  takenBy: z.nullable(z.string()),
  /** The badge of whoever took it; empty when nobody has, or no grant of theirs reaches it any more. */
  takenName: z.string(),
  closed: z.boolean(),
  /** Of the reader. */
  badge: z.string(),
})
export type AlertRow = z.output<typeof alertRow>

/** SQL: the badge under which an account works in the community of the programme `p`; null once no grant reaches it. */
const worksAs = (
  account: string,
): string => `(SELECT g.display_name FROM grants g WHERE g.account_id = ${account}
  AND g.revoked_at IS NULL AND p.community_code LIKE g.division_code || '%' ORDER BY length(g.division_code) DESC LIMIT 1)`

/** An alert that was sent to this account, which still works there; nobody else's exists. */
export async function alertFor(db: Db, id: string, accountId: string): Promise<AlertRow | undefined> {
  const [row] = await db.statement(
    alertRow,
    'care-alert',
    `SELECT a.id, a.kind, a.session_id AS "sessionId", a.case_id AS "caseId", a.child_id AS "childId", a.raised_at AS at,
       p.id AS "programmeId", p.community_code AS community, p.name AS "programmeName", p.place, s.day::text AS day,
       s.starts_at AS "startsAt", s.ends_at AS "endsAt", e.class_no AS "classNo", a.level, a.taken_by AS "takenBy",
       coalesce(${worksAs('a.taken_by')}, '') AS "takenName", a.closed_at IS NOT NULL AS closed, ${worksAs('$2::uuid')} AS badge
     FROM care_alerts a JOIN care_alert_people w ON w.alert_id = a.id AND w.account_id = $2::uuid
       JOIN care_sessions s ON s.id = a.session_id JOIN programmes p ON p.id = s.programme_id
       LEFT JOIN enrolments e ON e.case_id = a.case_id
     WHERE a.id = $1::uuid AND ${worksAs('$2::uuid')} IS NOT NULL`,
    [id, accountId],
  )
  return row
}

const markRow = z.strictObject({ kind: z.enum(['present', 'absent', 'released']) })

/** What the roll call says of the child now. */
export async function markNow(
  db: Db,
  { sessionId, childId }: Pick<Raising, 'sessionId' | 'childId'>,
): Promise<'expected' | z.output<typeof markRow>['kind']> {
  const [row] = await db.statement(
    markRow,
    'care-mark-now',
    `SELECT kind FROM care_records WHERE session_id = $1::uuid AND child_id = $2::uuid
       AND kind IN ('present', 'absent', 'released')
     ORDER BY kind = 'released' DESC, at DESC, received_at DESC, id DESC LIMIT 1`,
    [sessionId, childId],
  )
  return row?.kind ?? 'expected'
}

/** Who was told of it, and the community's staff, as far as they still work there. */
export const colleaguesOf = (db: Db | Tx, alertId: string, but: string): Promise<Colleague[]> =>
  rowsOfText(
    'client' in db ? db.client : db,
    colleagueRow,
    `SELECT w.account_id AS "accountId", ${worksAs('w.account_id')} AS name
     FROM care_alerts a JOIN care_sessions s ON s.id = a.session_id JOIN programmes p ON p.id = s.programme_id
       JOIN LATERAL (SELECT account_id FROM care_alert_people WHERE alert_id = a.id
         UNION SELECT g.account_id FROM grants g WHERE g.role IN ('staff', 'grid_worker') AND g.revoked_at IS NULL
           AND g.division_code IN (p.community_code, left(p.community_code, ${digits.township}))) w ON true
     WHERE a.id = $1::uuid AND w.account_id <> $2::uuid AND ${worksAs('w.account_id')} IS NOT NULL
     ORDER BY name, w.account_id LIMIT 30`,
    alertId,
    but,
  )

/** Alerts that nobody has taken and that can still go somewhere. */
export const untaken = (db: Db, kinds: readonly AlertKind[], from: Date): Promise<Untaken[]> =>
  db.statement(
    untakenRow,
    'care-alerts-untaken',
    `SELECT a.id, a.kind, a.session_id AS "sessionId", a.case_id AS "caseId", a.child_id AS "childId", a.raised_at AS at,
       a.level, p.id AS "programmeId", p.community_code AS community, s.day::text AS day
     FROM care_alerts a JOIN care_sessions s ON s.id = a.session_id JOIN programmes p ON p.id = s.programme_id
     WHERE a.closed_at IS NULL AND a.taken_by IS NULL AND a.level < 2 AND a.kind = ANY ($1::text[])
       AND a.raised_at > $2::timestamptz ORDER BY a.raised_at, a.id LIMIT 500`,
    [kinds, from],
  )

/** @returns false when somebody took it, or another worker was first */
export async function raiseLevel(tx: Tx, id: string, level: number): Promise<boolean> {
  const raised = await tx.$executeRaw`
    UPDATE care_alerts SET level = ${level}::int
    WHERE id = ${id}::uuid AND level = ${level - 1}::int AND closed_at IS NULL AND taken_by IS NULL`
  return raised === 1
}
