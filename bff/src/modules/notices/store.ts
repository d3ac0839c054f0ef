/** Notices: written in the transaction that caused them, delivered at most once by each channel. */
import { anyKind, type NoticeKind } from '@linli/contracts/notices'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'

export interface NewNotice {
  id: string
  /** Names the event; the same event can have only one notice a person. */
  eventKey: string
  accountId: string
  /** What it leads to: a case, or a child. */
  caseId: string | null
  childId?: string
  kind: NoticeKind
  at: Date
  deliverAt: Date
  /** What it opens for whoever can act. */
  alertId?: string | undefined
  /** Of an offer: until when it is kept. */
  keptUntil?: Date
}

/** @returns false when this event was already told */
export async function insertNotice(tx: Tx, n: NewNotice): Promise<boolean> {
  const added = await tx.$executeRaw`
    INSERT INTO notices (id, event_key, account_id, case_id, child_id, kind, created_at, deliver_at, alert_id,
      kept_until)
    VALUES (${n.id}::uuid, ${n.eventKey}, ${n.accountId}::uuid, ${n.caseId}::uuid, ${n.childId ?? null}::uuid, ${n.kind},
      ${n.at}::timestamptz, ${n.deliverAt}::timestamptz, ${n.alertId ?? null}::uuid,
      ${n.keptUntil ?? null}::timestamptz)
    ON CONFLICT ON CONSTRAINT notices_event_once DO NOTHING`
  return added === 1
}

/**
 * A notice for everybody whom a case is for (as `peopleOf` (cases/policy.ts) says of one), and one job that delivers them all:
 * thousands of jobs would only wait for each other. Whoever filed for somebody else does not rate, and is not invited to.
 * @param event names what happened among what happens to one case
 */
export async function insertForPeople(
  tx: Tx,
  caseIds: readonly string[],
  { kind, event, at, deliverAt }: { kind: NoticeKind; event: string; at: Date; deliverAt: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO notices (id, event_key, account_id, case_id, kind, created_at, deliver_at)
    SELECT gen_random_uuid(), c.id || '/' || ${event} || '/' || who.id, who.id::uuid, c.id, ${kind}, ${at}::timestamptz,
      ${deliverAt}::timestamptz
    FROM cases c CROSS JOIN LATERAL unnest(CASE WHEN c.child_id IS NOT NULL THEN deciding_ids(c.child_id)
      WHEN c.actor_role = 'proxy' AND c.actor_id <> c.subject_id AND ${kind} <> 'rating_invited' THEN ARRAY[c.subject_id::text, c.actor_id::text]
      ELSE ARRAY[c.subject_id::text] END) AS who (id)
    WHERE c.id = ANY (${caseIds}::uuid[])
    ON CONFLICT ON CONSTRAINT notices_event_once DO NOTHING`
  await tx.$executeRaw`SELECT graphile_worker.add_job('deliver_overdue', '{}'::json, run_at => ${deliverAt}::timestamptz)`
}

/** Takes back what has not been delivered. @returns how many had been delivered already */
export async function withdraw(tx: Tx, caseId: string, kind: NoticeKind, at: Date): Promise<number> {
  await tx.notice.updateMany({
    where: { caseId, kind, deliveredAt: null, withdrawnAt: null },
    data: { withdrawnAt: at },
  })
  return tx.notice.count({ where: { caseId, kind, deliveredAt: { gte: new Date(at.getTime() - 60_000) } } })
}

/** The same of many cases. */
export async function withdrawAll(
  tx: Tx,
  caseIds: readonly string[],
  kind: NoticeKind,
  at: Date,
): Promise<void> {
  await tx.$executeRaw`UPDATE notices SET withdrawn_at = ${at}::timestamptz
    WHERE case_id = ANY (${[...caseIds]}::uuid[]) AND kind = ${kind} AND delivered_at IS NULL AND withdrawn_at IS NULL`
}

/** Marks one notice as delivered to the inbox. @returns false when it was withdrawn, delivered or is not due */
export async function markDelivered(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.notice.updateMany({
    where: { id, deliveredAt: null, withdrawnAt: null, deliverAt: { lte: at } },
    data: { deliveredAt: at },
  })
  return count === 1
}

/** That a channel has had this notice; at most once each. */
export async function insertDelivery(tx: Tx, noticeId: string, channel: string, at: Date): Promise<void> {
  await tx.$executeRaw`INSERT INTO notice_deliveries (notice_id, channel, delivered_at)
    VALUES (${noticeId}::uuid, ${channel}, ${at}::timestamptz) ON CONFLICT DO NOTHING`
}

/** Notices whose time has come and whose job was lost or is late. */
export const undelivered = (db: Db, before: Date): Promise<{ id: string }[]> =>
  db.client.notice.findMany({
    where: { deliveredAt: null, withdrawnAt: null, deliverAt: { lte: before } },
    select: { id: true },
    orderBy: { deliverAt: 'asc' },
    take: 500,
  })

const inboxRow = z.strictObject({
  id: z.string(),
  kind: anyKind,
  at: z.date(),
  read: z.boolean(),
  caseId: z.nullable(z.string()),
  number: z.string(),
  title: z.string(),
  /** Of the case, and whom it is for. */
  type: z.nullable(z.string()),
  subjectId: z.nullable(z.string()),
  startsAt: z.nullable(z.date()),
  endsAt: z.nullable(z.date()),
  heldUntil: z.nullable(z.date()),
  nickname: z.nullable(z.string()),
  childId: z.nullable(z.string()),
  alertId: z.nullable(z.string()),
})
export type InboxRow = z.output<typeof inboxRow>

/**
 * Whose link to a child has ended reads that it has, or that the child is gone, and nothing more of its days and of what its guardians do. What was
 * sent to them as staff leads to an alert.
 */
const isStillTheirs = `(n.alert_id IS NOT NULL OR n.kind IN ('guardian_ended', 'guardian_refused', 'guardian_child_erased')
  OR NOT (starts_with(n.kind, 'guardian_') OR starts_with(n.kind, 'child_')
    OR n.kind IN ('barred_person_seen', 'release_refused', 'release_overridden'))
  OR (SELECT coalesce(bool_or(l.ended_at IS NULL), true) FROM guardians l WHERE l.account_id = n.account_id
    AND l.child_id = coalesce(n.child_id, (SELECT y.child_id FROM cases y WHERE y.id = n.case_id))))`

/** An invitation to rate, or to decide a move, is over once that is done, whichever way somebody came to it. */
const isOpen = `((n.kind <> 'rating_invited' OR NOT EXISTS (SELECT FROM ratings x WHERE x.case_id = n.case_id))
  AND (n.kind <> 'line_move_proposed'
    OR EXISTS (SELECT FROM line_moves m WHERE m.case_id = n.case_id AND m.decided_at IS NULL))
  AND ${isStillTheirs})`

export const inboxOf = (
  db: Db,
  accountId: string,
  after: { at: Date; id: string } | undefined,
  limit: number,
): Promise<InboxRow[]> =>
  db.statement(
    inboxRow,
    'inbox-of',
    `SELECT n.id, n.kind, n.deliver_at AS at, n.read_at IS NOT NULL AS read, n.case_id AS "caseId",
       coalesce(c.number, '') AS number,
       coalesce(c.title, '') AS title, c.type, c.subject_id AS "subjectId", n.kept_until AS "heldUntil",
       c.starts_at AS "startsAt", c.ends_at AS "endsAt",
       o.nickname, o.id AS "childId",
       (SELECT a.alert_id FROM care_alert_people a WHERE a.alert_id = n.alert_id AND a.account_id = n.account_id)
         AS "alertId"
     FROM notices n LEFT JOIN cases c ON c.id = n.case_id
       LEFT JOIN (guardians g JOIN children o ON o.id = g.child_id)
         ON g.child_id = coalesce(c.child_id, n.child_id) AND g.account_id = n.account_id AND g.ended_at IS NULL
     WHERE n.account_id = $1::uuid AND n.delivered_at IS NOT NULL AND ${isOpen}
       AND ($2::timestamptz IS NULL OR (n.deliver_at, n.id) < ($2, $3::uuid))
     ORDER BY n.deliver_at DESC, n.id DESC LIMIT $4::int`,
    [accountId, after?.at ?? null, after?.id ?? null, limit],
  )

export async function unreadOf(db: Db, accountId: string): Promise<number> {
  const [row] = await db.statement(
    z.strictObject({ unread: z.int() }),
    'unread-of',
    `SELECT count(*)::int AS unread FROM notices n
     WHERE n.account_id = $1::uuid AND n.delivered_at IS NOT NULL AND n.read_at IS NULL AND ${isOpen}`,
    [accountId],
  )
  return row?.unread ?? 0
}

/** All that was delivered up to an instant: what came later has not been seen. */
export async function markAllRead(db: Db, accountId: string, until: Date, at: Date): Promise<void> {
  await db.client.notice.updateMany({
    where: { accountId, deliveredAt: { not: null }, deliverAt: { lte: until }, readAt: null },
    data: { readAt: at },
  })
}

/** @returns false when there is no such notice in this inbox */
export async function markRead(db: Db, accountId: string, id: string, at: Date): Promise<boolean> {
  const mine = { id, accountId, deliveredAt: { not: null } }
  const { count } = await db.client.notice.updateMany({
    where: { ...mine, readAt: null },
    data: { readAt: at },
  })
  return count === 1 || (await db.client.notice.count({ where: mine })) === 1
}
