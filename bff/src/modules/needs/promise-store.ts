/** By when whoever asked was promised an answer, while volunteers have taken what they asked for. */
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { rowOf } from '../../platform/rows'

export async function keep(
  tx: Tx,
  caseId: string,
  { dueAt, escalatedAt }: { dueAt: Date | null; escalatedAt: Date | null },
): Promise<void> {
  await tx.$executeRaw`UPDATE needs SET promised_at = ${dueAt}::timestamptz,
      promised_escalated_at = ${escalatedAt}::timestamptz WHERE case_id = ${caseId}::uuid`
}

const promiseRow = z.strictObject({ promisedAt: z.nullable(z.date()), escalatedAt: z.nullable(z.date()) })

/** Nothing where it was taken before there were promises. */
export async function of(tx: Tx, caseId: string): Promise<z.output<typeof promiseRow>> {
  const row = await rowOf(
    tx,
    promiseRow,
  )`SELECT promised_at AS "promisedAt", promised_escalated_at AS "escalatedAt"
    FROM needs WHERE case_id = ${caseId}::uuid`
  return row ?? { promisedAt: null, escalatedAt: null }
}
