/** The promise: each reads of a follow-up what their place in it needs, and for everybody else it is not there. */
import type { CaseAction } from '@linli/contracts/case-base'
import {
  type FollowUpDetail,
  type FollowUpRole,
  type FollowUpShow,
  type FollowUpSummary,
} from '@linli/contracts/follow-ups'
import { followUpTransitions } from '@linli/contracts/follow-up-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { insertAccess, isOverdue, transitionFor } from '../cases/service'
import { directory } from '../divisions/service'
import { badgeFor } from '../identity/policy'
import { contactOf, grantsOf } from '../identity/service'
import { countFollowUps, type ListScope, pageOfFollowUps } from './list-store'
import { judged } from './move'
import { divisionsAbove, mayList, roleOf, unitsOf } from './policy'
import { detailOf, mayReadContact, summaryOf } from './present'
import { findFollowUp, type FollowUpRow } from './store'
import { asSeen, lateBy } from './anonymity'

/** @throws Problem not_found for whom it does not exist */
export async function readFollowUp(
  deps: Deps,
  who: Pick<Who, 'accountId'>,
  id: string,
): Promise<FollowUpDetail> {
  const { row: whole, role } = await found(deps, who, id)
  const [divisions, now] = [await directory(deps), deps.clock.now()]
  const row = asSeen(whole, role, now)
  const view = { role, divisions, overdue: isOverdue(row, lateBy(row, role, now)) }
  return detailOf(row, view, actionsOf(row, role, now))
}

async function found(deps: Deps, { accountId }: Pick<Who, 'accountId'>, id: string) {
  const [row, grants] = await Promise.all([findFollowUp(deps.db, id, accountId), grantsOf(deps, accountId)])
  const role = row && roleOf(row, accountId, grants)
  if (!row || !role) throw new Problem('not_found')
  return { row, role, grants }
}

/** The buttons of one reader: what the table lets their place do now. */
function actionsOf(row: FollowUpRow, role: FollowUpRole, now: Date): CaseAction[] {
  const side = role === 'rater' ? 'party' : 'staff'
  const open = followUpTransitions.filter(
    (t) => t.side === side && t.by === (side === 'staff' ? role : undefined),
  )
  const one = judged(row)
  return [
    ...new Set(
      open.filter((t) => transitionFor(one, { action: t.action, side }, now) === t).map((t) => t.action),
    ),
  ]
}

/**
 * The rater's name and telephone. The record is written before the answer is made (docs/product.md › Rule 6), and names the
 * follow-up: its reader and the unit learn from it nothing of what was rated.
 * @throws Problem not_found, contact_not_justified
 */
export async function readRaterContact(deps: Deps, who: Who, id: string) {
  const { row, role, grants } = await found(deps, who, id)
  if (!mayReadContact(row, role)) throw new Problem('contact_not_justified')
  await insertAccess(deps.db, {
    id: deps.ids.id(),
    subjectId: row.raterId,
    readerId: who.accountId,
    readerName: badgeFor(grants, row.community),
    tag: 'contact',
    caseId: id,
    at: deps.clock.now(),
  })
  return contactOf(deps, row.raterId)
}

const pageSize = 50

export interface FollowUpList {
  followUps: FollowUpSummary[]
  counts: { mine: number; overdue: number; open: number }
  /** The last one of the page, where there are more. */
  next: string | undefined
}

/** @throws Problem not_found where no grant of the reader's reaches the division */
export async function listFollowUps(
  deps: Deps,
  who: Who,
  asked: { division: string; show: FollowUpShow },
  after: string | undefined,
): Promise<FollowUpList> {
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  if (!mayList(grants, asked.division) || !divisions.find(asked.division)) throw new Problem('not_found')
  const now = deps.clock.now()
  const scope: ListScope = {
    accountId: who.accountId,
    division: asked.division,
    units: unitsOf(grants),
    above: divisionsAbove(grants),
    now,
  }
  const [rows, counts] = await Promise.all([
    pageOfFollowUps(deps.db, scope, asked.show, after, pageSize + 1),
    countFollowUps(deps.db, scope),
  ])
  const { page, last } = pageOf(rows, pageSize)
  const followUps = page.flatMap((whole) => {
    const role = roleOf(whole, who.accountId, grants)
    if (!role) return []
    const row = asSeen(whole, role, now)
    return [summaryOf(row, { role, divisions, overdue: isOverdue(row, lateBy(row, role, now)) })]
  })
  return { followUps, counts, next: last?.id }
}
