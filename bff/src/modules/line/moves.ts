/**
 * The promise: nobody is moved in a line by one person alone or in silence: a second staff member carries it out, the
 * reason stands in the timeline that the family reads, and whoever was passed reads it too (docs/product.md › Rooms).
 */
import type { ProposedMove } from '@linli/contracts/line'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { advance, authorise, authoriseMany, caseWords } from '../cases/service'
import { badgeFor, isStaffOf } from '../identity/policy'
import { grantsOf } from '../identity/service'
import { notify } from '../notices/service'
import * as moves from './moves-store'
import { forgetRanks } from './ranks'
import { lineOfCase } from './read-store'
import type { Entry } from './resource'
import { gapFor } from './rules'
import { tellFamily } from './settle'
import { lockLine, waitingInOrder } from './store'

const present = (row: moves.MoveRow, who: Who): ProposedMove => ({
  id: row.id,
  caseId: row.caseId,
  number: row.number,
  title: row.title,
  from: row.from,
  to: row.to,
  reason: row.reason,
  proposedBy: row.proposedBy,
  at: row.at.toISOString(),
  canApprove: row.proposerId !== who.accountId,
})

async function moveRow(deps: Deps, id: string): Promise<moves.MoveRow> {
  const row = await moves.findMove(deps.db, id)
  if (!row) throw new Problem('not_found')
  return row
}

/** @throws Problem not_found, not_allowed, action_not_open (does not wait, or is proposed already), move_changes_nothing */
export async function proposeMove(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: { id: string; to: number; reason: string },
): Promise<ProposedMove> {
  const [grants, lineId] = await Promise.all([grantsOf(deps, who.accountId), lineOfCase(deps.db, asked.id)])
  const id = await deps.db.transaction(async (tx) => {
    const [at, fresh] = [deps.clock.now(), deps.ids.id()]
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return known
    if (lineId) await lockLine(tx, lineId)
    const wanted = { id: asked.id, action: 'move' as const, note: asked.reason }
    const { row } = await authorise(deps, tx, who, wanted, at)
    if (!lineId) throw new Problem('action_not_open')
    await caseWords(deps, tx, { caseId: row.id, words: asked.reason, path: 'body.reason' })
    const { from, others } = await standing(tx, lineId, row.id, at)
    const to = Math.min(asked.to, others.length + 1)
    if (to === from) throw new Problem('move_changes_nothing')
    const by = { accountId: who.accountId, badge: badgeFor(grants, row.community) }
    const move = { id: fresh, lineId, caseId: row.id, from, to, reason: asked.reason, ...by, at }
    if (!(await moves.insertMove(tx, move))) throw new Problem('action_not_open')
    await tellSeconds(deps, tx, move, row.community)
    return fresh
  })
  return present(await moveRow(deps, id), who)
}

/** Whoever can carry it out is told, or it would wait for somebody who happens to look. */
async function tellSeconds(deps: Deps, tx: Tx, move: moves.NewLineMove, community: string): Promise<void> {
  for (const accountId of await moves.secondsFor(tx, community, move.accountId))
    await notify(tx, {
      id: deps.ids.id(),
      eventKey: `${move.id}/line_move_proposed/${accountId}`,
      accountId,
      caseId: move.caseId,
      kind: 'line_move_proposed',
      at: move.at,
      deliverAt: move.at,
    })
}

/** Where somebody stands with the siblings who go along, and the line without them. */
async function standing(
  tx: Tx,
  lineId: string,
  caseId: string,
  at: Date,
): Promise<{ from: number; unit: Entry[]; others: Entry[] }> {
  const inOrder = await waitingInOrder(tx, lineId, at)
  const me = inOrder.find((entry) => entry.caseId === caseId)
  if (!me) throw new Problem('action_not_open')
  const goesAlong = (entry: Entry): boolean =>
    entry === me || (me.groupRule === 'all' && entry.groupId === me.groupId)
  return {
    from: inOrder.findIndex(goesAlong) + 1,
    unit: inOrder.filter(goesAlong),
    others: inOrder.filter((entry) => !goesAlong(entry)),
  }
}

/** @throws Problem not_found, not_allowed, second_person_needed, action_not_open */
export async function decideMove(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: { id: string; approve: boolean },
): Promise<{ moved: boolean }> {
  const [grants, move] = await Promise.all([grantsOf(deps, who.accountId), moveRow(deps, asked.id)])
  const isOver = await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, move.id, at)) return false
    await lockLine(tx, move.lineId)
    const wanted = { id: move.caseId, action: 'move' as const, note: move.reason }
    const { row } = await authorise(deps, tx, who, wanted, at)
    if (asked.approve && move.proposerId === who.accountId) throw new Problem('second_person_needed')
    const by = { accountId: who.accountId, badge: badgeFor(grants, row.community) }
    // What came true is written before it is decided: afterwards a move is a record.
    if (asked.approve && (await moves.isOpen(tx, move.id))) await carryOut(deps, tx, move, by, at)
    if (!(await moves.markDecided(tx, move.id, { ...by, approve: asked.approve }, at)))
      throw new Problem('action_not_open')
    return asked.approve
  })
  if (isOver) forgetRanks(deps, move.lineId)
  return { moved: (await moveRow(deps, move.id)).approved === true }
}

async function carryOut(
  deps: Deps,
  tx: Tx,
  move: moves.MoveRow,
  by: { accountId: string; badge: string },
  at: Date,
): Promise<void> {
  const { from, unit, others } = await standing(tx, move.lineId, move.caseId, at)
  const { before, after } = gapFor(others, move.to)
  const ids = unit.map((entry) => entry.caseId)
  await moves.placeBetween(tx, ids, before?.caseId, after?.caseId)
  await moves.writePlaces(tx, move.id, from, before ? others.indexOf(before) + 2 : 1)
  const staff = { side: 'staff' as const, actorId: by.accountId, actorName: by.badge }
  const all = await authoriseMany(deps, tx, ids, { action: 'move', by: staff }, at)
  await advance(deps, tx, all, { note: move.reason, at })
  for (const { row } of all) await tellFamily(deps, tx, row, { kind: 'line_moved', at })
}

/** @throws Problem not_found unless the reader is staff of the division */
export async function listProposedMoves(deps: Deps, who: Who, division: string): Promise<ProposedMove[]> {
  const grants = await grantsOf(deps, who.accountId)
  if (!isStaffOf(grants, division)) throw new Problem('not_found')
  return (await moves.proposedMoves(deps.db, division)).map((row) => present(row, who))
}
