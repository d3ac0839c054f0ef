/** Notices that are taken back before anybody has got them. */
import type { NoticeKind } from '@linli/contracts/notices'
import type { Tx } from '../../platform/db'

/** Takes back what was not delivered of some events. @param events a pattern of `LIKE` over their names */
export async function withdrawEvents(tx: Tx, events: string, kind: NoticeKind, at: Date): Promise<void> {
  await tx.$executeRaw`UPDATE notices SET withdrawn_at = ${at}::timestamptz
    WHERE event_key LIKE ${events} AND kind = ${kind} AND delivered_at IS NULL AND withdrawn_at IS NULL`
}
