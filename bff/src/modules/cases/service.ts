/**
 * The promise: every matter is one case with a readable number, whose timeline only grows, and which exists only for
 * its parties and for those in whose scope it lies.
 */
import type { CaseAction, CaseSide } from '@linli/contracts/case-base'
import type { CaseDetail, CaseSummary, CaseType } from '@linli/contracts/cases'
import type { ProblemCode } from '@linli/contracts/problems'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { addDays, dayOf, startOfDay } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { badgeFor } from '../identity/policy'
import { type GrantFact, grantsOf } from '../identity/service'
import { isParty, mayDecide, readerOf } from './policy'
import { casesOf, nextCaseOf, type Place, type Show } from './mine-store'
import { detailOf, summaryOf } from './present'
import { belongsTo, transitionFor } from './rules'
import { grantRight, isFinished, withdrawRight } from './rights'
import * as store from './store'

export { deskWaiting } from './desk'
export { caseWords, knownNames } from './names'
export { insertEvent, lockCase } from './store'
export type { CaseRow } from './store'
export { readerOf } from './policy'
export { isOverdue, isRatable, transitionFor } from './rules'
export { insertAccess, insertChildAccess } from './access-store'
export { insertOwnAccess } from './account-store'

const pageSize = 20

/** @throws Problem not_found for whom the case does not exist */
export async function getCase(deps: Deps, who: Who, id: string): Promise<CaseDetail> {
  const row = await store.findCase(deps.db, id)
  if (!row) throw new Problem('not_found')
  // Most readers are a party: only for the others do grants matter.
  const grants = isParty(row, who.accountId) ? [] : await grantsOf(deps, who.accountId)
  const reader = readerOf(row, who.accountId, grants)
  if (!reader) throw new Problem('not_found')
  const divisions = await directory(deps)
  const now = deps.clock.now()
  const unseen = reader === 'staff' && row.state === 'pending' && !row.events.some((e) => e.side === 'staff')
  if (unseen) {
    const actorName = badgeFor(grants, row.community)
    const first = await store.insertSeen(deps.db, { caseId: id, at: now, actorId: who.accountId, actorName })
    if (first) return getCase(deps, who, id)
  }
  return detailOf(row, { reader, accountId: who.accountId, now }, { divisions, cipher: deps.cipher })
}

export async function listMyCases(
  deps: Deps,
  who: Who,
  filter: { show: Show; type: CaseType | undefined },
  after: Place | undefined,
): Promise<{ cases: CaseSummary[]; next: Place | undefined }> {
  const rows = await casesOf(deps.db, who.accountId, filter, after, pageSize + 1)
  const { page, last } = pageOf(rows, pageSize)
  const [divisions, now] = [await directory(deps), deps.clock.now()]
  return {
    cases: page.map((row) => summaryOf(row, divisions, now, true)),
    next: last && { at: last.createdAt, id: last.id },
  }
}

/** What comes next for a person: what waits for their answer, or the soonest case that is still open. */
export async function nextCase(deps: Deps, accountId: string): Promise<CaseSummary | null> {
  const now = deps.clock.now()
  const tomorrow = startOfDay(addDays(dayOf(now), 1))
  const row = await nextCaseOf(deps.db, accountId, { now, tomorrow })
  if (!row) return null
  const next = summaryOf(row, await directory(deps), now, true)
  const { enrolment } = next
  return { ...next, enrolment: enrolment && { ...enrolment, startsAt: row.nextAt.toISOString() } }
}

export interface Authorised {
  row: store.CaseRow
  side: CaseSide
  to: store.CaseRow['state']
  /** The badge of staff; a resident's name is never written to a timeline. */
  actorName: string | null
}

/**
 * Locks the case and decides whether this person may do this now. What they are is read before: who waits for a lock
 * must not need a second connection, or the pool starves.
 * @throws Problem not_found (not theirs, out of scope), not_allowed (the other side's action), guardian_not_verified,
 *   action_not_open, undo_too_late, invalid_request (a reason is missing)
 */
export async function authorise(
  tx: Tx,
  { accountId, grants }: { accountId: string; grants: readonly GrantFact[] },
  asked: { id: string; action: CaseAction; note: string | null; type?: CaseType },
  now: Date,
): Promise<Authorised> {
  const row = await store.lockCase(tx, asked.id)
  const reader = row && readerOf(row, accountId, grants)
  if (!row || !reader || (asked.type && row.type !== asked.type)) throw new Problem('not_found')
  const side = reader === 'party' ? 'party' : 'staff'
  if (reader === 'supervisor' || !belongsTo(row.type, asked.action, side)) throw new Problem('not_allowed')
  if (side === 'party' && !mayDecide(row, accountId)) throw new Problem('guardian_not_verified')
  const transition = transitionFor(row, asked.action, side, now, accountId)
  if (!transition) throw new Problem(tooLate(row, asked.action))
  if (transition.note === 'required' && !asked.note)
    throw new Problem('invalid_request', undefined, [
      { path: 'body.note', code: 'invalid_type', message: '请写明原因' },
    ])
  return {
    row,
    side,
    to: transition.to,
    actorName: side === 'staff' ? badgeFor(grants, row.community) : null,
  }
}

/**
 * Moves a case that its caller has locked. One that is finished by it creates the right to rate it, in the same
 * transaction; one that is taken back loses it again (docs/product.md › Rule 1).
 * @returns false when the case is no longer in `from`
 */
export async function moveCase(
  tx: Tx,
  id: string,
  from: store.CaseRow['state'],
  move: store.Move,
): Promise<boolean> {
  if (!(await store.moveCase(tx, id, from, move))) return false
  if (isFinished(move.to) && move.closedAt) await grantRight(tx, id, move.closedAt)
  if (isFinished(from) && !isFinished(move.to)) await withdrawRight(tx, id)
  return true
}

/** What to say of an action that the table knows and does not allow now. */
function tooLate(row: store.CaseRow, action: CaseAction): ProblemCode {
  if (action === 'undo') return 'undo_too_late'
  const answersOffer = action === 'accept' || action === 'decline'
  return answersOffer && row.heldUntil && ['held', 'lapsed'].includes(row.state)
    ? 'offer_over'
    : 'action_not_open'
}

/**
 * Locks the case and decides by its table whether the clock may do this now.
 * @returns undefined when it may not, or not any more
 */
export async function authoriseClock(
  tx: Tx,
  id: string,
  action: CaseAction,
  now: Date,
): Promise<Pick<Authorised, 'row' | 'to'> | undefined> {
  const row = await store.lockCase(tx, id)
  const transition = row && transitionFor(row, action, 'system', now)
  return row && transition && { row, to: transition.to }
}
