/** The words of an event: found by their place, and gone by the eraser's function, which leaves the proof. */
import type { CaseSide } from '@linli/contracts/case-base'
import type { Tx } from '../../platform/db'

/** One event of a case by its place in the timeline, which never changes. */
export async function eventAt(
  tx: Tx,
  caseId: string,
  place: number,
  accountId: string,
): Promise<{ id: bigint; at: Date; side: CaseSide; own: boolean } | undefined> {
  const [row] = await tx.$queryRaw<{ id: bigint; at: Date; side: CaseSide; own: boolean }[]>`
    SELECT id, at, side, coalesce(actor_id = ANY (account_ids(${accountId}::uuid)), false) AS own
    FROM case_events WHERE case_id = ${caseId}::uuid ORDER BY id OFFSET ${place}::int LIMIT 1`
  return row
}

/** @returns whether there were words; their proof is written with it */
export async function eraseWords(tx: Tx, event: bigint, at: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ gone: boolean }[]>`
    SELECT erase_event_note(${event}::bigint, 'asked', ${at}::timestamptz) AS gone`
  return row?.gone === true
}
