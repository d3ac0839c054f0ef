/**
 * The promise: a link that its papers do not bear out is refused with a reason, whoever staff have once known is ended by
 * papers and two of them, and every guardian is told (docs/product.md › Two guardians).
 */
import type { EndReason, RefuseReason } from '@linli/contracts/guardian-desk'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { proveErasure } from '../../platform/erasure'
import { Problem } from '../../platform/problem'
import { badgeFor } from '../identity/policy'
import { grantsOf } from '../identity/service'
import { mustBeStaff } from './desk'
import { sawPapers } from './desk-store'
import { decideEndingRow, findEnding, insertEnding } from './ending-store'
import { eraseWhole } from './erase-whole'
import { stopOwnFreeze } from './freezes'
import { endLink, findLink } from './guardian-store'
import { endAllowedBy } from './pickup-store'
import type { ChildPorts } from './service'
import type { ChildRow, LinkRow } from './row'
import { lockChild } from './store'
import { tellAccounts, tellOthers } from './tell'

/**
 * Refuses a link that staff have never known: that another name of the child ended a verification makes nobody a stranger.
 * Of the last one the child goes too: nobody is left who could ask for it.
 * @throws Problem not_found, not_allowed (one who was known, or one's own child), papers_first
 */
export async function refuseLink(
  deps: Deps,
  ports: ChildPorts,
  who: Who,
  { id, reason }: { id: string; reason: RefuseReason },
): Promise<void> {
  const [link, grants] = await Promise.all([findLink(deps.db, id), grantsOf(deps, who.accountId)])
  if (!link) throw new Problem('not_found')
  const at = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    const row = await lockChild(tx, link.childId, at)
    if (!row) throw new Problem('not_found')
    mustBeStaff(row, who, grants)
    const target = row.links.find((l) => l.id === id)
    if (!target) return
    if (target.knownAt) throw new Problem('not_allowed')
    await mustHaveSeen(tx, who, id, at)
    await end(deps, tx, row, { target, by: who.accountId, reason, kind: 'guardian_refused', at })
    if (row.links.length > 1) return
    await ports.leaveEverything(deps, tx, who, row.id, at)
    const fields = await eraseWhole(tx, row.id, at)
    await proveErasure(tx, { aboutId: row.id, cause: 'refused', fields, at })
  })
}

interface End {
  target: LinkRow
  by: string
  reason: EndReason | RefuseReason
  kind: 'guardian_refused' | 'guardian_ended'
  at: Date
}

async function end(deps: Deps, tx: Tx, row: ChildRow, { target, by, reason, kind, at }: End): Promise<void> {
  await endLink(tx, target.id, { at, by, reason })
  await endAllowedBy(tx, row.id, target.accountId, at)
  const others = { ...row, links: row.links.filter((l) => l.id !== target.id) }
  await tellOthers(deps, tx, others, { kind, by, at })
  await stopOwnFreeze(deps, tx, row, { target, by, at })
  await tellAccounts(deps, tx, row.id, [target.accountId], { kind, at })
}

/** @throws Problem not_found, not_allowed (never known, or one's own child), last_guardian, ending_open, papers_first */
export async function proposeEnding(
  deps: Deps,
  who: Who,
  { id, reason }: { id: string; reason: EndReason },
): Promise<{ id: string }> {
  const [link, grants] = await Promise.all([findLink(deps.db, id), grantsOf(deps, who.accountId)])
  if (!link) throw new Problem('not_found')
  const at = deps.clock.now()
  const ending = deps.ids.id()
  await deps.db.transaction(async (tx) => {
    const row = await lockChild(tx, link.childId, at)
    if (!row) throw new Problem('not_found')
    mustBeStaff(row, who, grants)
    mustBeEndable(row, id)
    await mustHaveSeen(tx, who, id, at)
    const proposer = badgeFor(grants, row.community)
    const proposed = {
      id: ending,
      guardianId: id,
      reason,
      proposedBy: who.accountId,
      proposer,
      proposedAt: at,
    }
    if (!(await insertEnding(tx, proposed))) throw new Problem('ending_open')
  })
  return { id: ending }
}

async function mustHaveSeen(tx: Tx, who: Who, linkId: string, at: Date): Promise<void> {
  const seen = await sawPapers(tx, { readerId: who.accountId, linkId, at })
  if (!seen) throw new Problem('papers_first')
}

function mustBeEndable(row: ChildRow, id: string): LinkRow {
  const target = row.links.find((l) => l.id === id)
  if (!target) throw new Problem('not_found')
  if (!target.knownAt) throw new Problem('not_allowed')
  if (row.links.length === 1) throw new Problem('last_guardian')
  return target
}

/** @throws Problem the codes of the contract `decideEnding` */
export async function decideEnding(
  deps: Deps,
  who: Who,
  { id, approved }: { id: string; approved: boolean },
): Promise<void> {
  const [ending, grants] = await Promise.all([findEnding(deps.db, id), grantsOf(deps, who.accountId)])
  if (!ending) throw new Problem('not_found')
  const at = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    const row = await lockChild(tx, ending.childId, at)
    if (!row) throw new Problem('not_found')
    mustBeStaff(row, who, grants)
    if (ending.proposedBy === who.accountId) throw new Problem('second_person_needed')
    await mustHaveSeen(tx, who, ending.guardianId, at)
    const decision = {
      decidedBy: who.accountId,
      decider: badgeFor(grants, row.community),
      decidedAt: at,
      approved,
    }
    if (!(await decideEndingRow(tx, id, decision))) throw new Problem('action_not_open')
    if (!approved) return
    const target = mustBeEndable(row, ending.guardianId)
    const { reason } = ending
    await end(deps, tx, row, { target, by: who.accountId, reason, kind: 'guardian_ended', at })
  })
}
