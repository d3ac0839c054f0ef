/**
 * The promise: every matter is one case with a readable number, whose timeline only grows, and which exists only for
 * its parties and for those in whose scope it lies.
 */
import type { CaseAction } from '@linli/contracts/case-base'
import type { CaseDetail, CaseSummary } from '@linli/contracts/cases'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Turn } from '../../platform/cursor'
import type { Tx } from '../../platform/db'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { directory } from '../divisions/service'
import { grantsInside, grantsOf } from '../identity/service'
import { allowed, type Authorised } from './advance'
import { hydrate, seenInside } from './hydrate'
import { byClock, type Seen } from './kind'
import { casesOf, type Show } from './mine-store'
import { type Capacity, capacityOf, isParty, proxyName } from './policy'
import { detailOf, summaryOf } from './present'
import { type CaseRow, turnOf } from './row'
import { findRight } from './rights-store'
import { belongsTo, showsLook } from './rules'
import * as store from './store'

export { advance, allowed, type Authorised, authoriseMany } from './advance'
export { deskWaiting } from './desk'
export { casesByName, casesByNumber, casesByPhone, summariesOf } from './find'
export { exportedFacts, seenInside } from './hydrate'
export { caseWords, knownNames } from './names'
export { nextCase } from './next'
export { openCase } from './open'
export { caseColumns, insertEvents, lockCase, lockCases } from './store'
export { type CaseRow, caseRow, type Reader } from './row'
export { peopleOf, readerOf } from './policy'
export { isOverdue, isRatable, type Judged, stateNow, transitionFor } from './rules'
export { insertAccess, insertChildAccess, insertElderAccess, readersOfElder } from './access-store'
export { insertOwnAccess } from './account-store'

const pageSize = 20

/** @throws Problem not_found for whom the case does not exist */
export async function getCase(deps: Deps, who: Who, id: string): Promise<CaseDetail> {
  const row = await store.findCase(deps.db, id)
  const [seen] = await hydrate(deps, deps.db.statement, row ? [row] : [])
  if (!row || !seen) throw new Problem('not_found')
  const { kind } = seen
  // Most readers are a party: only for the others do grants matter.
  const grants = isParty(row, who.accountId) ? [] : await grantsOf(deps, who.accountId)
  const capacity = capacityOf({ ...seen, row }, who.accountId, grants)
  if (!capacity) throw new Problem('not_found')
  const { reader, badge } = capacity
  const now = deps.clock.now()
  const isSeen = row.events.some((e) => e.side === 'staff') || !showsLook(kind, row.state)
  if ((reader === 'staff' || reader === 'organiser') && !isSeen) {
    const by = { actorId: who.accountId, actorName: badge }
    const first = await store.insertSeen(deps.db, { caseId: id, state: row.state, at: now, ...by })
    if (first) return getCase(deps, who, id)
  }
  const [divisions, right] = await Promise.all([
    directory(deps),
    kind.states[row.state]?.is === 'finished' ? findRight(deps.db, id) : undefined,
  ])
  const communityPhone = divisions.find(row.community)?.phone ?? null
  return detailOf(
    { ...seen, row },
    { reader, accountId: who.accountId, now },
    { divisions, cipher: deps.cipher, communityPhone, right },
  )
}

/** As whom somebody reads a case, for what its own service shows of it. @returns undefined for whom it does not exist */
export async function capacityIn(
  deps: Deps,
  who: Who,
  id: string,
): Promise<(Capacity & { row: CaseRow }) | undefined> {
  const row = await store.findCase(deps.db, id)
  const [seen] = await hydrate(deps, deps.db.statement, row ? [row] : [])
  if (!row || !seen) return undefined
  const grants = isParty(row, who.accountId) ? [] : await grantsOf(deps, who.accountId)
  const capacity = capacityOf(seen, who.accountId, grants)
  return capacity && { ...capacity, row }
}

export async function listMyCases(
  deps: Deps,
  who: Who,
  filter: { show: Show; type: string | undefined },
  after: Turn | undefined,
): Promise<{ cases: CaseSummary[]; next: Turn | undefined }> {
  const rows = await casesOf(deps.db, who.accountId, filter, after, pageSize + 1)
  const { page, last } = pageOf(rows, pageSize)
  const [seen, divisions] = await Promise.all([hydrate(deps, deps.db.statement, page), directory(deps)])
  return {
    cases: seen.map((each) => summaryOf(each, divisions, deps.clock.now(), true)),
    next: last && turnOf(last, last.createdAt),
  }
}

/**
 * Locks the case and decides whether this person may do this now, by the offices that they hold once it is locked.
 * @throws Problem not_found (not theirs, out of scope), not_allowed (the other side's action), action_not_open,
 *   undo_too_late, invalid_request (a reason is missing)
 */
export async function authorise(
  deps: Deps,
  tx: Tx,
  { accountId }: Pick<Who, 'accountId'>,
  asked: { id: string; action: CaseAction; note: string | null; type?: string },
  now: Date,
): Promise<Authorised> {
  const seen = await seenInside(deps, tx, await store.lockCase(tx, asked.id))
  const capacity = seen && (await capacityInside(tx, seen, accountId))
  if (!seen || !capacity || (asked.type && seen.row.type !== asked.type)) throw new Problem('not_found')
  const { reader, badge } = capacity
  const side = reader === 'party' ? 'party' : 'staff'
  if (reader === 'supervisor' || !belongsTo(seen.kind, asked.action, side)) throw new Problem('not_allowed')
  const actorName = side === 'staff' ? badge : proxyName(seen.row, accountId)
  const authorised = allowed(seen, { action: asked.action, by: { side, actorId: accountId, actorName } }, now)
  if (!authorised) throw new Problem(asked.action === 'undo' ? 'undo_too_late' : 'action_not_open')
  if (authorised.transition.note === 'required' && !asked.note)
    throw new Problem('invalid_request', undefined, [
      { path: 'body.note', code: 'invalid_type', message: '请写明原因' },
    ])
  return authorised
}

/** As whom somebody moves a case that is locked: of a party no office counts. */
export const capacityInside = async (tx: Tx, seen: Seen, accountId: string): Promise<Capacity | undefined> =>
  capacityOf(seen, accountId, isParty(seen.row, accountId) ? [] : await grantsInside(tx, accountId))

/**
 * Locks the case and decides by its table whether the clock may do this now.
 * @returns undefined when it may not, or not any more
 */
export async function authoriseClock(
  deps: Deps,
  tx: Tx,
  id: string,
  action: CaseAction,
  now: Date,
): Promise<Authorised | undefined> {
  const seen = await seenInside(deps, tx, await store.lockCase(tx, id))
  return seen && allowed(seen, { action, by: byClock }, now)
}
