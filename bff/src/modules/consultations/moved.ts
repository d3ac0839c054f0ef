/** What follows from a move: the other side hears of it, in words that tell nobody else what it is about. */
import { officesAbove } from '@linli/contracts/ladder'
import type { NoticeKind } from '@linli/contracts/notices'
import type { Ids } from '../../platform/ids'
import type { Tx } from '../../platform/db'
import type { Move, Tools } from '../cases/kind'
import { nearestWith } from '../identity/service'
import { notify } from '../notices/service'
import { type Given, unbarredAmong } from './assign'
import { type ConsultationFacts, handlerInOffice } from './facts-store'
import { dropAppointments } from './meetings/store'
import { deskRoles } from './policy'
import { endVisits } from './reach/store'
import { endReferral } from './referral/store'

const tellings: Readonly<Record<string, { kind: NoticeKind; to: 'person' | 'handler' | 'above' }>> = {
  answer: { kind: 'case_answered', to: 'person' },
  ask: { kind: 'case_asked', to: 'person' },
  correct: { kind: 'case_answered', to: 'person' },
  attempt: { kind: 'case_tried', to: 'person' },
  offer_times: { kind: 'case_times', to: 'person' },
  propose_referral: { kind: 'case_referral', to: 'person' },
  acknowledge: { kind: 'case_referral', to: 'person' },
  send_back: { kind: 'case_returned', to: 'person' },
  take_time: { kind: 'case_met', to: 'handler' },
  consent: { kind: 'case_added', to: 'handler' },
  decline: { kind: 'case_added', to: 'handler' },
  add: { kind: 'case_added', to: 'handler' },
  thank: { kind: 'case_added', to: 'handler' },
  escalate: { kind: 'case_escalated', to: 'above' },
}

export async function moved(tools: Tools, tx: Tx, moves: readonly Move<ConsultationFacts>[]): Promise<void> {
  for (const move of moves) {
    const { action, row, at } = move
    await settle(tools, tx, move)
    const telling = tellings[action] ?? otherTelling(move)
    if (telling === undefined) continue
    for (const accountId of await toldOf(tx, telling.to, move))
      await tell(tools, tx, { caseId: row.id, accountId, kind: telling.kind, event: action, at })
  }
}

/** Where it depends on who did it, or from which state. */
function otherTelling({ action, by, row }: Move<ConsultationFacts>): (typeof tellings)[string] | undefined {
  if (action === 'give_time_back')
    return by.side === 'party' ? { kind: 'case_met', to: 'handler' } : { kind: 'case_off', to: 'person' }
  if (action === 'lapse' && row.state === 'referred') return { kind: 'case_returned', to: 'person' }
  return undefined
}

const handings: readonly string[] = ['assign', 'pass_on', 'acknowledge']

/** What hangs on a case follows it: times, meetings, visits and a referral of what is over, or somebody else's, go. */
async function settle(
  tools: Tools,
  tx: Tx,
  { action, kind, row, to, by, at }: Move<ConsultationFacts>,
): Promise<void> {
  const isOver = kind.states[to]?.is !== 'open'
  const isGone = isOver || to === 'referred'
  if (isGone || handings.includes(action))
    for (const { id } of await dropAppointments(tx, row.id, isGone, at))
      if (!isOver || by.side !== 'party')
        await tell(tools, tx, { caseId: row.id, accountId: row.subjectId, kind: 'case_off', event: id, at })
  // Whoever is heard of needs no visit.
  if (isOver || by.side === 'party') await endVisits(tx, row.id, at)
  if (isOver || handings.includes(action))
    await endReferral(tx, row.id, { from: ['proposed', 'sent'], to: 'withdrawn', at })
  if (row.state === 'referred' && to !== 'referred')
    await endReferral(tx, row.id, { from: ['sent'], to: 'returned', at })
}

async function toldOf(
  tx: Tx,
  to: 'person' | 'handler' | 'above',
  { row, facts: { handlerId } }: Move<ConsultationFacts>,
): Promise<readonly string[]> {
  if (to === 'person') return [row.subjectId]
  // Whoever lost the office hears nothing of what they can no longer read.
  if (to === 'handler')
    return handlerId !== null && (await handlerInOffice(tx, row.id)) === handlerId ? [handlerId] : []
  const above = await nearestWith(tx, officesAbove(row.community), ['staff', 'supervisor'])
  return above.filter((accountId) => accountId !== row.subjectId)
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

/** Whoever is given it hears so; where nobody is, everybody of the desk who could have it, which its asker cannot. */
export async function tellHanded(
  tools: Tools,
  tx: Tx,
  { caseId, office, to, at }: Given & { caseId: string; at: Date },
): Promise<void> {
  const told = to
    ? [to.accountId]
    : await unbarredAmong(tools, tx, await nearestWith(tx, [office], deskRoles), caseId)
  for (const accountId of told)
    await tell(tools, tx, { caseId, accountId, kind: 'case_handed', event: 'assign', at })
}
