/**
 * The promise: an offer is answered once, in time, by its person; siblings who wait together are answered for together.
 * What is not wanted goes to the next in the same transaction. Lock order: line → what it gives out → case rows.
 */
import type { CaseDetail } from '@linli/contracts/cases'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { type Authorised, authorise, getCase, insertEvent } from '../cases/service'
import { type GrantFact, grantsOf } from '../identity/service'
import { forgetRanks } from './ranks'
import type { Line, LineResource, Resources } from './resource'
import { moveTo, settle } from './settle'
import { findEntry, heldTogether, lockLine, markEnded } from './store'
import { lineOfCase } from './read-store'

export type LineAnswer = 'accept' | 'decline' | 'leave'

interface Asked {
  id: string
  action: LineAnswer
}

/** @throws Problem the codes of the contracts acceptOffer, declineOffer, leaveLine */
export async function answer(
  deps: Deps,
  resources: Resources,
  who: Who,
  idempotency: Idempotency,
  asked: Asked,
): Promise<CaseDetail> {
  const [grants, lineId] = await Promise.all([grantsOf(deps, who.accountId), lineOfCase(deps.db, asked.id)])
  const line = await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, asked.id, at)) return undefined
    const locked = lineId && (await lockLine(tx, lineId))
    const all = await authoriseAll(tx, { ...who, grants }, asked, at)
    if (!locked) throw new Problem('action_not_open')
    const resource = resources[locked.kind]
    for (const each of all) await carryOut(tx, who, asked.action, each, at)
    if (asked.action === 'accept')
      for (const { row, to } of all) await resource.accepted(deps, tx, row, to, at)
    else {
      for (const { row } of all) await resource.givenUp?.(deps, tx, row, who.accountId, at)
      await passOn(deps, tx, resource, locked, all, at)
    }
    return locked
  })
  if (line) {
    resources[line.kind].changed(deps, line)
    forgetRanks(deps, line.id)
  }
  return getCase(deps, who, asked.id)
}

async function authoriseAll(
  tx: Tx,
  who: Who & { grants: readonly GrantFact[] },
  { id, action }: Asked,
  at: Date,
): Promise<Authorised[]> {
  const all = [await authorise(tx, who, { id, action, note: null }, at)]
  if (action === 'leave') return all
  for (const { caseId } of await heldTogether(tx, id))
    all.push(
      await authorise(tx, who, { id: caseId, action, note: null }, at).catch((error: unknown) => {
        // A sibling whose guardian this is not: the offer is for all of them, so somebody else answers.
        if (error instanceof Problem && error.code === 'not_found') throw new Problem('not_allowed')
        throw error
      }),
    )
  return all
}

async function carryOut(
  tx: Tx,
  who: Who,
  action: LineAnswer,
  { row, side, to, actorName }: Authorised,
  at: Date,
): Promise<void> {
  if (!(await moveTo(tx, row, to, at))) throw new Problem('action_not_open')
  await markEnded(tx, [row.id], at)
  await insertEvent(tx, {
    caseId: row.id,
    at,
    action,
    from: row.state,
    to,
    side,
    actorId: who.accountId,
    actorName,
    note: null,
    alternativeRoomId: null,
  })
}

/** What was held is free, and a group that grew smaller may fit: the line is looked through at once. */
async function passOn(
  deps: Deps,
  tx: Tx,
  resource: LineResource,
  line: Line,
  all: readonly Authorised[],
  at: Date,
): Promise<void> {
  const freed = []
  for (const { row } of all) {
    const entry = row.state === 'held' && (await findEntry(tx, row.id))
    if (entry) freed.push(entry)
  }
  if (freed.length > 0) await resource.release(tx, line, freed, at)
  await settle(deps, tx, resource, line.id, at)
}
