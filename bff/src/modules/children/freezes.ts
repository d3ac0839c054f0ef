/**
 * The promise: of a child with two guardians whom staff have seen nobody alone ends what cannot be brought back. Taking
 * the consent back and erasing freeze at once: nobody reads any more, except carers of a child that is in the building,
 * until they have handed it over. After three days it is final, by the clock and not by the job; until then whoever asked
 * takes it back, and the other has it stopped at the counter (docs/product.md › Two guardians).
 */
import type { ChildSummary } from '@linli/contracts/children'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { proveErasure } from '../../platform/erasure'
import { Problem } from '../../platform/problem'
import { dayMs } from '../../platform/shanghai'
import { grantsOf } from '../identity/service'
import { mustBeStaff } from './desk'
import { eraseWhole } from './erase-whole'
import { eraseHealth } from './erasure-store'
import { dueFreezes, endFreeze, insertFreeze, wasStopped } from './freeze-store'
import { findLink } from './guardian-store'
import { linkOf } from './policy'
import { summaryOf } from './present'
import type { ChildPorts } from './service'
import type { ChildRow, FreezeRow, LinkRow } from './row'
import { findChild, insertConsent, lockChild } from './store'
import { type GuardianNotice, tellOthers } from './tell'

const freezeDays = 3
/** What was stopped at the counter is asked for again at the counter. */
const stoppedDays = 30
const batch = 50

const asked: Record<FreezeRow['what'], GuardianNotice> = {
  consent: 'guardian_frozen',
  erase: 'guardian_erasing',
}

/** @throws Problem freeze_was_stopped */
export async function freeze(
  deps: Deps,
  tx: Tx,
  row: ChildRow,
  { what, version, by, at }: { what: FreezeRow['what']; version: number; by: string; at: Date },
): Promise<Date> {
  const since = new Date(at.getTime() - stoppedDays * dayMs)
  if (await wasStopped(tx, row.id, by, since)) throw new Problem('freeze_was_stopped')
  const finalAt = new Date(at.getTime() + freezeDays * dayMs)
  const id = deps.ids.id()
  await insertFreeze(tx, { id, childId: row.id, what, version, askedBy: by, askedAt: at, finalAt })
  await tellOthers(deps, tx, row, { kind: asked[what], by, at })
  return finalAt
}

/** @throws Problem not_found, not_allowed for the guardian who did not ask */
export async function takeBackFreeze(deps: Deps, who: Who, childId: string): Promise<ChildSummary> {
  const at = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    const row = await lockChild(tx, childId, at)
    const mine = row && linkOf(row.links, who.accountId)
    if (!row || !mine) throw new Problem('not_found')
    if (!row.freeze) return
    if (row.freeze.askedBy !== who.accountId) throw new Problem('not_allowed')
    const outcome = 'taken_back' as const
    await endFreeze(tx, row.freeze.id, { at, outcome, by: who.accountId, forGuardian: null })
    await tellOthers(deps, tx, row, { kind: 'guardian_freeze_taken_back', by: who.accountId, at })
  })
  const row = await findChild(deps.db, childId, at)
  if (!row) throw new Problem('not_found')
  return summaryOf(row, who.accountId)
}

/**
 * @param linkId of the guardian who stands at the counter with papers
 * @throws Problem not_found, not_allowed (one's own child, or for whoever asked), action_not_open
 */
export async function stopFreeze(deps: Deps, who: Who, linkId: string): Promise<void> {
  const [link, grants] = await Promise.all([findLink(deps.db, linkId), grantsOf(deps, who.accountId)])
  if (!link) throw new Problem('not_found')
  const at = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    const row = await lockChild(tx, link.childId, at)
    const came = row?.links.find((l) => l.id === linkId)
    if (!row) throw new Problem('not_found')
    mustBeStaff(row, who, grants)
    if (!row.freeze) throw new Problem('action_not_open')
    if (!came?.knownAt || came.accountId === row.freeze.askedBy) throw new Problem('not_allowed')
    const outcome = 'stopped' as const
    await endFreeze(tx, row.freeze.id, { at, outcome, by: who.accountId, forGuardian: linkId })
    await tellOthers(deps, tx, row, { kind: 'guardian_freeze_stopped', by: who.accountId, at })
  })
}

/**
 * What somebody asked for as a guardian ends with their link, unless it is final by the clock. The caller holds the
 * child's row, read before the link ended.
 */
export async function stopOwnFreeze(
  deps: Deps,
  tx: Tx,
  row: ChildRow,
  { target, by, at }: { target: LinkRow; by: string; at: Date },
): Promise<void> {
  const { freeze: open } = row
  if (open?.askedBy !== target.accountId || new Date(open.finalAt) <= at) return
  const rest = row.links.filter((link) => link.id !== target.id)
  const forGuardian = (rest[0] ?? target).id
  await endFreeze(tx, open.id, { at, outcome: 'stopped', by, forGuardian })
  await tellOthers(deps, tx, { ...row, links: rest }, { kind: 'guardian_freeze_stopped', by, at })
}

/** What a freeze becomes when nobody stopped it. The caller holds the child's row, read as it was before. */
async function finish(deps: Deps, ports: ChildPorts, tx: Tx, row: ChildRow, at: Date): Promise<void> {
  const { freeze: due } = row
  if (!due) return
  const who = { accountId: due.askedBy }
  await endFreeze(tx, due.id, { at, outcome: 'final', by: null, forGuardian: null })
  await ports.leaveEverything(deps, tx, who, row.id, at)
  if (due.what === 'erase') {
    await tellOthers(deps, tx, row, { kind: 'guardian_child_erased', by: '', at })
    const fields = await eraseWhole(tx, row.id, at)
    return proveErasure(tx, { aboutId: row.id, cause: 'asked', fields, at })
  }
  const decision = { version: due.version, decision: 'refused', at: new Date(due.finalAt) }
  await insertConsent(tx, { childId: row.id, guardianId: due.askedBy, ...decision })
  await tellOthers(deps, tx, row, { kind: 'guardian_consent_withdrawn', by: '', at })
  await proveErasure(tx, { aboutId: row.id, cause: 'consent', fields: await eraseHealth(tx, row.id), at })
}

/** Under the lock of the child: what is over by the clock is done before anything else is. */
export async function finishDue(
  deps: Deps,
  ports: ChildPorts,
  tx: Tx,
  childId: string,
  at: Date,
): Promise<boolean> {
  const row = await lockChild(tx, childId)
  if (!row?.freeze || new Date(row.freeze.finalAt) > at) return false
  await finish(deps, ports, tx, row, at)
  return true
}

/** @returns how many became final */
export async function finishFreezes(deps: Deps, ports: ChildPorts): Promise<number> {
  const at = deps.clock.now()
  let done = 0
  for (const { childId } of await dueFreezes(deps.db, at, batch))
    done += Number(await deps.db.transaction((tx) => finishDue(deps, ports, tx, childId, at)))
  return done
}
