/** The words of an event: found by their place, and gone by the eraser's function, which leaves the proof. */
import { caseSide } from '@linli/contracts/case-base'
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { rowOf } from '../../platform/rows'

const placed = z.strictObject({ id: z.bigint(), at: z.date(), side: caseSide, own: z.boolean() })

/** One event of a case by its place in the timeline, which never changes. */
export const eventAt = (
  tx: Tx,
  caseId: string,
  place: number,
  accountId: string,
): Promise<z.output<typeof placed> | undefined> => rowOf(tx, placed)`
    SELECT id, at, side, coalesce(actor_id = ANY (account_ids(${accountId}::uuid)), false) AS own
    FROM case_events WHERE case_id = ${caseId}::uuid ORDER BY id OFFSET ${place}::int LIMIT 1`

/** @returns whether there were words; their proof is written with it */
export async function eraseWords(tx: Tx, event: bigint, at: Date): Promise<boolean> {
  const row = await rowOf(tx, z.strictObject({ gone: z.boolean() }))`
    SELECT erase_event_note(${event}::bigint, 'asked', ${at}::timestamptz) AS gone`
  return row?.gone === true
}
