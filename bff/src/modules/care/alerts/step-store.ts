/** What was done about an alert, step by step; only ever added to. */
import { careRecordKind } from '@linli/contracts/care'
import { alertOutcome, type AlertOutcome, alertStepKind } from '@linli/contracts/care-alerts'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../../platform/db'

export interface NewStep {
  id: string
  alertId: string
  kind: z.output<typeof alertStepKind>
  at: Date
  by?: { id: string; name: string } | undefined
  to?: string
  recordId?: string
  outcome?: AlertOutcome
  wordsEnc?: string
}

export async function addStep(tx: Tx, s: NewStep): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO care_alert_steps (id, alert_id, kind, at, by_id, by_name, to_name, record_id, outcome)
    VALUES (${s.id}::uuid, ${s.alertId}::uuid, ${s.kind}, ${s.at}::timestamptz, ${s.by?.id ?? null}::uuid,
      ${s.by?.name ?? null}, ${s.to ?? null}, ${s.recordId ?? null}::uuid, ${s.outcome ?? null})`
  if (s.wordsEnc !== undefined)
    await tx.$executeRaw`INSERT INTO care_alert_words (step_id, words_enc) VALUES (${s.id}::uuid, ${s.wordsEnc})`
}

const stepRow = z.strictObject({
  id: z.string(),
  kind: alertStepKind,
  at: z.date(),
  by: z.nullable(z.string()),
  to: z.nullable(z.string()),
  outcome: z.nullable(alertOutcome),
  wordsEnc: z.nullable(z.string()),
  record: z.nullable(
    z.strictObject({
      id: z.string(),
      kind: careRecordKind,
      by: z.nullable(z.string()),
      detailEnc: z.nullable(z.string()),
    }),
  ),
})
export type StepRow = z.output<typeof stepRow>

export const stepsOf = (db: Db, alertId: string): Promise<StepRow[]> =>
  db.statement(
    stepRow,
    'care-alert-steps',
    `SELECT t.id, t.kind, t.at, t.by_name AS by, t.to_name AS to, t.outcome, w.words_enc AS "wordsEnc",
       CASE WHEN r.id IS NOT NULL THEN jsonb_build_object('id', r.id, 'kind', r.kind, 'by', r.by_name, 'detailEnc',
         (SELECT d.detail_enc FROM care_details d WHERE d.record_id = r.id)) END AS record
     FROM care_alert_steps t LEFT JOIN care_alert_words w ON w.step_id = t.id LEFT JOIN care_records r ON r.id = t.record_id
     WHERE t.alert_id = $1::uuid
     ORDER BY t.at, array_position('{raised,escalated,taken,handed_on,closed}', t.kind), t.id`,
    [alertId],
  )
