/** What follows from a move: whoever asked hears of it, and the level above hears where nobody answered. */
import { officesAbove, officesFrom } from '@linli/contracts/ladder'
import type { NoticeKind } from '@linli/contracts/notices'
import type { Tx } from '../../platform/db'
import { addDays, dayOf, instantAt } from '../../platform/shanghai'
import type { Move, Tools } from '../cases/kind'
import { peopleOf } from '../cases/policy'
import { nearestWith } from '../identity/service'
import { notify, withdraw } from '../notices/service'
import { addJob } from '../../platform/jobs'
import { arrangerOf, comesAt, forgetTask, type NeedFacts, tasksFor } from './store'

/** By staff or its person: volunteers who stand by a task of it are not needed any more. */
const settles: readonly string[] = ['arrange', 'rearrange', 'reopen', 'refuse', 'cancel', 'met']

const tellings: Readonly<Record<string, { kind: NoticeKind; to: 'person' | 'arranger' | 'above' }>> = {
  arrange: { kind: 'case_answered', to: 'person' },
  rearrange: { kind: 'case_answered', to: 'person' },
  reopen: { kind: 'case_answered', to: 'person' },
  taken: { kind: 'case_answered', to: 'person' },
  given_back: { kind: 'case_answered', to: 'person' },
  refuse: { kind: 'case_answered', to: 'person' },
  // What staff write down for them: whoever was not called at all finds out.
  told_met: { kind: 'case_answered', to: 'person' },
  told_unmet: { kind: 'case_answered', to: 'person' },
  unreached: { kind: 'case_answered', to: 'person' },
  finish: { kind: 'need_over', to: 'person' },
  cancel: { kind: 'need_off', to: 'arranger' },
  escalate: { kind: 'case_escalated', to: 'above' },
}

export async function moved({ ids }: Tools, tx: Tx, moves: readonly Move<NeedFacts>[]): Promise<void> {
  for (const move of moves) {
    const { action, row, at } = move
    await remind(ids, tx, move)
    if (move.to === 'open') await forgetTask(tx, row.id)
    if (settles.includes(action))
      await addJob(tx, 'call_off_tasks', { needId: row.id, taskIds: await tasksFor(tx, row.id) }, at)
    const telling = tellings[action]
    if (telling === undefined) continue
    for (const accountId of await toldOf(tx, telling.to, move))
      await notify(tx, {
        id: ids.id(),
        eventKey: `${row.id}/${action}/${at.toISOString()}/${accountId}`,
        accountId,
        caseId: row.id,
        kind: telling.kind,
        at,
        deliverAt: at,
      })
  }
}

/** Once, at seven in the evening before; what is due no more, or on another day, is not told. */
async function remind(ids: Tools['ids'], tx: Tx, { row, to, at }: Move<NeedFacts>): Promise<void> {
  if (row.state === 'arranged') await withdraw(tx, row.id, 'need_soon', at)
  const startsAt = to === 'arranged' ? await comesAt(tx, row.id) : null
  if (startsAt === null) return
  const evening = instantAt(addDays(dayOf(startsAt), -1), 19 * 60)
  if (evening <= at) return
  for (const accountId of peopleOf(row)) {
    // One that was withdrawn in the same instant keeps no other away.
    const id = ids.id()
    const eventKey = `${row.id}/soon/${id}`
    await notify(tx, { id, eventKey, accountId, caseId: row.id, kind: 'need_soon', at, deliverAt: evening })
  }
}

/** Whoever has arranged it tells whoever was to come, or else the nearest office; where nobody was to, nobody is told. */
async function toldOf(
  tx: Tx,
  to: 'person' | 'arranger' | 'above',
  { row }: Move<NeedFacts>,
): Promise<readonly string[]> {
  if (to === 'person') return peopleOf(row)
  if (to === 'above') return nearestWith(tx, officesAbove(row.community), ['staff', 'supervisor'])
  if (row.state !== 'arranged') return []
  const arranger = await arrangerOf(tx, row.id, row.community)
  return arranger ? [arranger] : nearestWith(tx, officesFrom(row.community), ['staff', 'grid_worker'])
}
