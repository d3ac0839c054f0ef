/** The promise: whoever brings word learns to whom and nothing else, and that they looked is on record. */
import type { VisitTask } from '@linli/contracts/contact-visits'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { claim, type Idempotency } from '../../../platform/idempotency'
import { Problem } from '../../../platform/problem'
import { dayMs, dayOf, startOfDay } from '../../../platform/shanghai'
import { insertAccess } from '../../cases/service'
import { community, directory } from '../../divisions/service'
import { contactOf, type GrantFact, grantsInside, grantsOf } from '../../identity/service'
import { handlerInOffice } from '../facts-store'
import { tell } from '../moved'
import * as store from './store'

/** How long what was done stays in the list. */
const keptMs = 30 * dayMs

/** @throws Problem not_found for everybody but staff and grid workers of the community */
export async function listVisits(deps: Deps, who: Who, code: string): Promise<{ visits: VisitTask[] }> {
  await badgeIn(deps, who, code)
  await community(deps, code)
  const since = new Date(deps.clock.now().getTime() - keptMs)
  const rows = await store.visitsOf(deps.db.statement, code, since)
  return { visits: await Promise.all(rows.map((row) => shown(deps, row))) }
}

/** Of an open one. @throws Problem not_found */
export async function readVisit(
  deps: Deps,
  who: Who,
  id: string,
): Promise<{ name: string | null; phone: string | null }> {
  const visit = await store.visitById(deps.db.statement, id)
  if (!visit) throw new Problem('not_found')
  const badge = await badgeIn(deps, who, visit.community, visit.subjectId)
  if (!visit.isOpen) throw new Problem('not_found')
  await insertAccess(deps.db, {
    id: deps.ids.id(),
    subjectId: visit.subjectId,
    readerId: who.accountId,
    readerName: badge,
    tag: 'contact',
    caseId: visit.caseId,
    at: deps.clock.now(),
  })
  return contactOf(deps, visit.subjectId)
}

/** @throws Problem not_found, action_not_open (somebody else was there, or nobody needs to go), idempotency_key_reused */
export async function finishVisit(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<VisitTask> {
  const visit = await store.visitById(deps.db.statement, id)
  if (!visit) throw new Problem('not_found')
  const badge = await badgeIn(deps, who, visit.community, visit.subjectId)
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    const done = await store.finishVisit(tx, id, { accountId: who.accountId, badge }, at)
    if (!done) throw new Problem('action_not_open')
    // Whoever lost the office while they waited has been nowhere.
    if (nearBadge(await grantsInside(tx, who.accountId), visit.community) === undefined)
      throw new Problem('not_found')
    const handler = await handlerInOffice(tx, visit.caseId)
    const told = { caseId: visit.caseId, kind: 'case_added', event: 'visited', at } as const
    if (handler !== undefined) await tell(deps, tx, { ...told, accountId: handler })
  })
  const after = await store.visitById(deps.db.statement, id)
  return shown(deps, after ?? visit)
}

/**
 * The badge of staff of a community, but not of whoever is to be visited.
 * @throws Problem not_found
 */
async function badgeIn(deps: Deps, { accountId }: Who, code: string, subjectId?: string): Promise<string> {
  const badge = nearBadge(await grantsOf(deps, accountId), code)
  if (badge === undefined || subjectId === accountId) throw new Problem('not_found')
  return badge
}

function nearBadge(grants: readonly GrantFact[], code: string): string | undefined {
  const mine = grants.filter(
    ({ role, division }) => (role === 'staff' || role === 'grid_worker') && code.startsWith(division),
  )
  return mine.sort((a, b) => b.division.length - a.division.length)[0]?.displayName
}

/** Of when it was asked only the day: the minute would say which case it belongs to. */
async function shown(
  deps: Deps,
  { id, community: code, askedAt, doneAt }: store.VisitRow,
): Promise<VisitTask> {
  return {
    id,
    communityName: (await directory(deps)).find(code)?.name ?? '',
    askedAt: startOfDay(dayOf(askedAt)).toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
  }
}
