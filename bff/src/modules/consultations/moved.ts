/** What follows from a move: whoever asked hears the answer, and the level above hears that there was none. */
import { officesAbove } from '@linli/contracts/ladder'
import type { NoticeKind } from '@linli/contracts/notices'
import type { Tx } from '../../platform/db'
import type { Move, Tools } from '../cases/kind'
import { nearestWith } from '../identity/service'
import { notify } from '../notices/service'
import type { ConsultationFacts } from './store'

const tellings: Readonly<Record<string, NoticeKind>> = {
  complete: 'case_answered',
  refuse: 'case_answered',
  escalate: 'case_escalated',
}

export async function moved(
  { ids }: Tools,
  tx: Tx,
  moves: readonly Move<ConsultationFacts>[],
): Promise<void> {
  for (const { action, row, at } of moves) {
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
