/** The promise: what happened to a case reaches its person once: never twice, never not at all. */
import { isOfItsMoment, type Notice, type NoticeKind } from '@linli/contracts/notices'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { addJob } from '../../platform/jobs'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import {
  inboxOf,
  type InboxRow,
  insertForPeople,
  insertNotice,
  markAllRead,
  markRead,
  type NewNotice,
  unreadOf,
} from './store'

export { withdraw, withdrawAll } from './store'
export { withdrawEvents } from './withdraw-store'

/** Writes a notice and the job that delivers it, both in the caller's transaction. */
export async function notify(tx: Tx, notice: NewNotice): Promise<void> {
  if (await insertNotice(tx, notice))
    await addJob(tx, 'deliver_notice', { noticeId: notice.id }, notice.deliverAt)
}

/**
 * Tells everybody for whom these cases are, once an event; or later, as for a reminder.
 * @param since what was told before it, and taken back, keeps no other away
 */
export async function notifyPeople(
  tx: Tx,
  caseIds: readonly string[],
  kind: NoticeKind,
  at: Date,
  deliverAt = at,
  since?: Date,
): Promise<void> {
  const after = since === undefined ? '' : `/${since.toISOString()}`
  const event = `${kind}/${deliverAt.toISOString()}${after}`
  if (caseIds.length > 0) await insertForPeople(tx, caseIds, { kind, event, at, deliverAt })
}

const pageSize = 30

export async function listNotices(
  deps: Deps,
  who: Who,
  after: { at: Date; id: string } | undefined,
  size = pageSize,
) {
  const [rows, unread] = await Promise.all([
    inboxOf(deps.db, who.accountId, after, size + 1),
    unreadOf(deps.db, who.accountId),
  ])
  const { page, last } = pageOf(rows, size)
  return { notices: page.map((row) => present(deps, who, row)), next: last, unread }
}

/**
 * What a case is about, and when, is not told to staff who read it only where its service shows it: the minute would say
 * whose it is. What has no day of its own happened when it was told.
 */
function aboutFor({ kinds }: Deps, who: Who, row: InboxRow) {
  const kind = row.type === null ? undefined : kinds.get(row.type)
  // Of a service that nobody here knows, nothing is told to others either.
  const hidden = row.type !== null && !kind?.readByStaff && row.subjectId !== who.accountId
  const timed = kind !== undefined && !kind.dayless && !hidden && !isOfItsMoment(row.kind)
  return {
    title: hidden ? '' : row.title,
    startsAt: ((timed && (row.startsAt ?? row.endsAt)) || row.at).toISOString(),
    endsAt: ((timed && row.endsAt) || row.at).toISOString(),
  }
}

const present = (deps: Deps, who: Who, row: InboxRow): Notice => ({
  id: row.id,
  kind: row.kind,
  at: row.at.toISOString(),
  read: row.read,
  caseId: row.caseId,
  facts: {
    number: row.number,
    ...aboutFor(deps, who, row),
    heldUntil: row.heldUntil?.toISOString() ?? null,
    nickname: row.nickname,
    childId: row.childId,
    alertId: row.alertId,
  },
})

/** @throws Problem not_found for a notice of somebody else */
export async function readNotice(deps: Deps, who: Who, id: string): Promise<{ unread: number }> {
  if (!(await markRead(deps.db, who.accountId, id, deps.clock.now()))) throw new Problem('not_found')
  return { unread: await unreadOf(deps.db, who.accountId) }
}

export async function readNotices(deps: Deps, who: Who, until: Date): Promise<{ unread: number }> {
  await markAllRead(deps.db, who.accountId, until, deps.clock.now())
  return { unread: await unreadOf(deps.db, who.accountId) }
}
