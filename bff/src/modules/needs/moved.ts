/** What follows from a move: whoever asked hears of it, and the level above hears where nobody answered. */
import { officesAbove } from '@linli/contracts/ladder'
import type { NoticeKind } from '@linli/contracts/notices'
import type { Tx } from '../../platform/db'
import type { Move, Tools } from '../cases/kind'
import { nearestWith } from '../identity/service'
import { notify } from '../notices/service'
import { arrangersOf, type NeedFacts, setComing } from './store'

const tellings: Readonly<Record<string, { kind: NoticeKind; to: 'person' | 'arranger' | 'above' }>> = {
  arrange: { kind: 'case_answered', to: 'person' },
  rearrange: { kind: 'case_answered', to: 'person' },
  reopen: { kind: 'case_answered', to: 'person' },
  refuse: { kind: 'case_answered', to: 'person' },
  finish: { kind: 'need_over', to: 'person' },
  cancel: { kind: 'need_off', to: 'arranger' },
  escalate: { kind: 'case_escalated', to: 'above' },
}

export async function moved({ ids }: Tools, tx: Tx, moves: readonly Move<NeedFacts>[]): Promise<void> {
  for (const move of moves) {
    const { action, row, to, at } = move
    // Who was to come is not asked for any more.
    if (to === 'open' && row.state !== 'open') await setComing(tx, row.id, null)
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

/** Whoever has arranged it tells whoever was to come; where nobody was, there is nobody to be told. */
async function toldOf(
  tx: Tx,
  to: 'person' | 'arranger' | 'above',
  { row }: Move<NeedFacts>,
): Promise<readonly string[]> {
  if (to === 'person') return [row.subjectId]
  if (to === 'above') return nearestWith(tx, officesAbove(row.community), ['staff', 'supervisor'])
  return row.state === 'arranged' ? arrangersOf(tx, row.id, row.community) : []
}
