/** What follows from a move: whoever asked hears of it, and the level above hears where nobody answered. */
import { officesAbove } from '@linli/contracts/ladder'
import type { NoticeKind } from '@linli/contracts/notices'
import type { Tx } from '../../platform/db'
import type { Move, Tools } from '../cases/kind'
import { nearestWith } from '../identity/service'
import { notify } from '../notices/service'
import { type NeedFacts, setComing } from './store'

const tellings: Readonly<Record<string, NoticeKind>> = {
  arrange: 'case_answered',
  reopen: 'case_answered',
  refuse: 'case_answered',
  lapse: 'case_asked',
  escalate: 'case_escalated',
}

export async function moved({ ids }: Tools, tx: Tx, moves: readonly Move<NeedFacts>[]): Promise<void> {
  for (const { action, row, to, at } of moves) {
    // Who was to come is not asked for any more.
    if (to === 'open' && row.state !== 'open') await setComing(tx, row.id, null)
    const kind = tellings[action]
    if (kind === undefined) continue
    const told =
      action === 'escalate'
        ? await nearestWith(tx, officesAbove(row.community), ['staff', 'supervisor'])
        : [row.subjectId]
    for (const accountId of told)
      await notify(tx, {
        id: ids.id(),
        eventKey: `${row.id}/${action}/${at.toISOString()}/${accountId}`,
        accountId,
        caseId: row.id,
        kind,
        at,
        deliverAt: at,
      })
  }
}
