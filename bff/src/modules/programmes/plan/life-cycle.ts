/**
 * The promise: a programme goes from state to state once, by its staff, with every family's case, its timeline and its
 * notice in the same transaction. It locks in the order of docs/locks.md.
 */
import type { Programme } from '@linli/contracts/programmes'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import type { Tx } from '../../../platform/db'
import { claim, type Idempotency } from '../../../platform/idempotency'
import { namingNobody } from '../../../platform/own-words'
import { Problem } from '../../../platform/problem'
import { badgeFor } from '../../identity/policy'
import { advance, authoriseMany } from '../../cases/service'
import { endEntries, findLineId, lockLine } from '../../line/service'
import { notifyPeople } from '../../notices/service'
import { markCancelled, openCases } from './life-cycle-store'
import { phaseOf } from './phase'
import { forgetProgramme, getProgramme, readAs } from '../service'
import type { ProgrammeRow } from '../row'
import { lockProgramme } from '../store'

interface Move {
  id: string
  /** Undefined for what is the same when done twice. */
  idempotency: Idempotency | undefined
  /** The states from which it may be taken. */
  from: readonly ProgrammeRow['state'][]
}

export interface Moving {
  row: ProgrammeRow
  at: Date
  /** The badge under which it is done. */
  badge: string
}

/** @throws Problem not_found, not_allowed (not its staff), action_not_open (another state) */
export async function moveProgramme(
  deps: Deps,
  who: Who,
  { id, idempotency, from }: Move,
  work: (tx: Tx, moving: Moving) => Promise<void>,
): Promise<Programme> {
  const { row: seen, reader, grants } = await readAs(deps, who, id)
  if (reader !== 'staff') throw new Problem('not_allowed')
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (idempotency && (await claim(tx, idempotency, id, at))) return
    const row = await lockWithLine(tx, id)
    if (!from.includes(row.state) || phaseOf(row, at) === 'over') throw new Problem('action_not_open')
    await work(tx, { row, at, badge: badgeFor(grants, row.community) })
  })
  forgetProgramme(deps, id, seen.community)
  return getProgramme(deps, who, id)
}

/** @throws Problem busy when it was published in the same moment */
export async function lockWithLine(tx: Tx, id: string): Promise<ProgrammeRow> {
  const lineId = await findLineId(tx, { kind: 'programme', programmeId: id })
  if (lineId) await lockLine(tx, lineId)
  const row = await lockProgramme(tx, id)
  if (!row) throw new Problem('not_found')
  if (row.lineId && !lineId) throw new Problem('busy')
  return row
}

const noReason = { path: 'body.reason', code: 'invalid_type', message: '请填写这一项' }

/** Calls a programme off, also one that has begun; every family reads why. */
export const cancelProgramme = (
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
  reason: string | undefined,
): Promise<Programme> =>
  moveProgramme(
    deps,
    who,
    { id, idempotency, from: ['draft', 'published', 'closed', 'drawn'] },
    async (tx, { row, at, badge }) => {
      if (reason === undefined && row.state !== 'draft')
        throw new Problem('invalid_request', undefined, [noReason])
      if (reason !== undefined) namingNobody(reason, 'body.reason')
      await markCancelled(tx, id)
      if (!row.lineId || reason === undefined) return
      const open = await openCases(tx, id)
      const by = { side: 'staff' as const, actorId: who.accountId, actorName: badge }
      const all = await authoriseMany(deps, tx, open, { action: 'cancel', by, unasked: true }, at)
      await advance(deps, tx, all, { note: reason, at })
      // What ended by itself in this moment has not been called off.
      const ids = all.map(({ row }) => row.id)
      await endEntries(tx, ids, at)
      await notifyPeople(tx, ids, 'programme_cancelled', at)
    },
  )
