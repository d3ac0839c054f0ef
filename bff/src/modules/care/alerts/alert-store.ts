/** Alerts: raised once while they are open, taken by one, added to and never changed; all by guarded statements. */
import type { AlertKind, AlertOutcome } from '@linli/contracts/care-alerts'
import type { CareRecordKind } from '@linli/contracts/care'
import { digits } from '@linli/contracts/ladder'
import type { Db, Tx } from '../../../platform/db'

export interface Raising {
  id: string
  kind: AlertKind
  sessionId: string
  caseId: string
  childId: string
  at: Date
}

/** @returns the id of the open alert: this one, or the one that the same thing raised before, whose time runs on */
export async function putAlert(tx: Tx, r: Raising): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
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
  const rows = await tx.$queryRaw<{ accountId: string }[]>`
    INSERT INTO care_alert_people (alert_id, account_id, told_at)
    SELECT ${alertId}::uuid, a, ${at}::timestamptz FROM unnest(${accountIds}::uuid[]) AS a
    ON CONFLICT DO NOTHING RETURNING account_id AS "accountId"`
  return rows.map((row) => row.accountId)
}

/** What was sent to this account and still waits, or is theirs to see to; the newest first, at most twenty. */
export const waitingFor = (db: Db, accountId: string): Promise<{ id: string }[]> =>
  db.statement(
    'alerts-waiting',
    `SELECT a.id FROM care_alert_people p JOIN care_alerts a ON a.id = p.alert_id
     WHERE p.account_id = $1::uuid AND a.closed_at IS NULL AND coalesce(a.taken_by, $1::uuid) = $1::uuid
     ORDER BY a.raised_at DESC, a.id LIMIT 20`,
    [accountId],
  )

export interface NewStep {
  id: string
  alertId: string
  kind: 'raised' | 'taken' | 'handed_on' | 'escalated' | 'closed'
  at: Date
  by?: { id: string; name: string } | undefined
  to?: string
  recordId?: string
  outcome?: AlertOutcome
  wordsEnc?: string
}

export async function addStep(tx: Tx, s: NewStep): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO care_alert_steps (id, alert_id, kind, at, by_id, by_name, to_name, record_id, outcome)
    VALUES (${s.id}::uuid, ${s.alertId}::uuid, ${s.kind}, ${s.at}::timestamptz, ${s.by?.id ?? null}::uuid,
      ${s.by?.name ?? null}, ${s.to ?? null}, ${s.recordId ?? null}::uuid, ${s.outcome ?? null})`
  if (s.wordsEnc !== undefined)
    await tx.$executeRaw`INSERT INTO care_alert_words (step_id, words_enc) VALUES (${s.id}::uuid, ${s.wordsEnc})`
}

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
): Promise<{ id: string }[]> =>
  tx.$queryRaw`
    UPDATE care_alerts SET closed_at = ${at}::timestamptz
    WHERE session_id = ${sessionId}::uuid AND child_id = ${childId}::uuid AND kind = ${kind} AND closed_at IS NULL
    RETURNING id`

export interface AlertRow extends Raising {
  programmeId: string
  community: string
  programmeName: string
  place: string
  day: string
  startsAt: Date
  endsAt: Date
  classNo: number | null
  level: number
  takenBy: string | null
  takenName: string | null
  closed: boolean
}

/** SQL: the badge under which an account works in the community of the programme `p`; null once no grant reaches it. */
const worksAs = (
  account: string,
): string => `(SELECT g.display_name FROM grants g WHERE g.account_id = ${account}
  AND g.revoked_at IS NULL AND p.community_code LIKE g.division_code || '%' ORDER BY length(g.division_code) DESC LIMIT 1)`

/** An alert that was sent to this account, which still works there; nobody else's exists. */
export async function alertFor(
  db: Db,
  id: string,
  accountId: string,
): Promise<(AlertRow & { badge: string }) | undefined> {
  const [row] = await db.statement<AlertRow & { badge: string }>(
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

export interface StepRow {
  id: string
  kind: NewStep['kind']
  at: Date
  by: string | null
  to: string | null
  outcome: AlertOutcome | null
  wordsEnc: string | null
  record: { id: string; kind: CareRecordKind; by: string | null; detailEnc: string | null } | null
}

export const stepsOf = (db: Db, alertId: string): Promise<StepRow[]> =>
  db.statement(
    'care-alert-steps',
    `SELECT t.id, t.kind, t.at, t.by_name AS by, t.to_name AS to, t.outcome, w.words_enc AS "wordsEnc",
       CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('id', r.id, 'kind', r.kind, 'by', r.by_name, 'detailEnc',
         (SELECT d.detail_enc FROM care_details d WHERE d.record_id = r.id)) END AS record
     FROM care_alert_steps t LEFT JOIN care_alert_words w ON w.step_id = t.id LEFT JOIN care_records r ON r.id = t.record_id
     WHERE t.alert_id = $1::uuid
     ORDER BY t.at, array_position('{raised,escalated,taken,handed_on,closed}', t.kind), t.id`,
    [alertId],
  )

/** What the roll call says of the child now. */
export async function markNow(
  db: Db,
  { sessionId, childId }: Pick<Raising, 'sessionId' | 'childId'>,
): Promise<'expected' | 'present' | 'absent' | 'released'> {
  const [row] = await db.statement<{ kind: 'present' | 'absent' | 'released' }>(
    'care-mark-now',
    `SELECT kind FROM care_records WHERE session_id = $1::uuid AND child_id = $2::uuid
       AND kind IN ('present', 'absent', 'released')
     ORDER BY kind = 'released' DESC, at DESC, received_at DESC, id DESC LIMIT 1`,
    [sessionId, childId],
  )
  return row?.kind ?? 'expected'
}

export interface Colleague {
  accountId: string
  name: string
}

/** Who was told of it, and the community's staff, as far as they still work there. */
export const colleaguesOf = (db: Db | Tx, alertId: string, but: string): Promise<Colleague[]> =>
  ('client' in db ? db.client : db).$queryRawUnsafe(
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

export type Untaken = Pick<
  AlertRow,
  'id' | 'kind' | 'sessionId' | 'caseId' | 'childId' | 'at' | 'level' | 'programmeId' | 'community' | 'day'
>

/** Alerts that nobody has taken and that can still go somewhere. */
export const untaken = (db: Db, kinds: readonly AlertKind[], from: Date): Promise<Untaken[]> =>
  db.statement(
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
