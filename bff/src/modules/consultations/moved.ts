/** What follows from a move: the other side hears of it, in words that tell nobody else what it is about. */
import { officesAbove } from '@linli/contracts/ladder'
import type { NoticeKind } from '@linli/contracts/notices'
import type { Ids } from '../../platform/ids'
import type { Tx } from '../../platform/db'
import type { Move, Tools } from '../cases/kind'
import { nearestWith } from '../identity/service'
import { notify } from '../notices/service'
import type { Given } from './assign'
import type { ConsultationFacts } from './facts-store'
import { deskRoles } from './policy'

const tellings: Readonly<Record<string, { kind: NoticeKind; to: 'person' | 'handler' | 'above' }>> = {
  answer: { kind: 'case_answered', to: 'person' },
  ask: { kind: 'case_asked', to: 'person' },
  correct: { kind: 'case_answered', to: 'person' },
  close: { kind: 'case_answered', to: 'person' },
  add: { kind: 'case_added', to: 'handler' },
  thank: { kind: 'case_added', to: 'handler' },
  cancel: { kind: 'case_added', to: 'handler' },
  escalate: { kind: 'case_escalated', to: 'above' },
}

export async function moved(tools: Tools, tx: Tx, moves: readonly Move<ConsultationFacts>[]): Promise<void> {
  for (const move of moves) {
    const { action, row, at } = move
    const telling = tellings[action]
    if (telling === undefined) continue
    for (const accountId of await toldOf(tx, telling.to, move))
      await tell(tools, tx, { caseId: row.id, accountId, kind: telling.kind, event: action, at })
  }
}

async function toldOf(
  tx: Tx,
  to: 'person' | 'handler' | 'above',
  { row, facts }: Move<ConsultationFacts>,
): Promise<readonly string[]> {
  if (to === 'person') return [row.subjectId]
  if (to === 'handler') return facts.handlerId === null ? [] : [facts.handlerId]
  return nearestWith(tx, officesAbove(row.community), ['staff', 'supervisor'])
}

interface Telling {
  caseId: string
  accountId: string
  kind: NoticeKind
  /** Names what happened among what happens to one case at one instant. */
  event: string
  at: Date
}

export const tell = (
  { ids }: { ids: Ids },
  tx: Tx,
  { caseId, accountId, kind, event, at }: Telling,
): Promise<void> =>
  notify(tx, {
    id: ids.id(),
    eventKey: `${caseId}/${event}/${at.toISOString()}/${accountId}`,
    accountId,
    caseId,
    kind,
    at,
    deliverAt: at,
  })

/** Whoever is given it hears so; where nobody is, everybody of the desk. */
export async function tellHanded(
  tools: { ids: Ids },
  tx: Tx,
  { caseId, office, to, at }: Given & { caseId: string; at: Date },
): Promise<void> {
  const told = to ? [to.accountId] : await nearestWith(tx, [office], deskRoles)
  for (const accountId of told)
    await tell(tools, tx, { caseId, accountId, kind: 'case_handed', event: 'assign', at })
}
