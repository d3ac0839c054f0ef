/** What was recorded: only added to, each by the id of its device. */
import { keptOutcome, visitWay } from '@linli/contracts/visits'
import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { rowsOf, rowsOfText } from '../../platform/rows'

const visitRow = z.strictObject({
  id: z.string(),
  elderId: z.string(),
  at: z.date(),
  way: visitWay,
  outcome: keptOutcome,
  by: z.string(),
  recordedAt: z.date(),
  late: z.boolean(),
  corrects: z.nullable(z.string()),
  corrected: z.boolean(),
  noteEnc: z.nullable(z.string()),
})
export type VisitRow = z.output<typeof visitRow>

const columns = `v.id, v.elder_id AS "elderId", v.at, v.way, v.outcome, v.by_name AS by, v.recorded_at AS "recordedAt", v.late,
  v.corrects_id AS corrects, EXISTS (SELECT FROM visits c WHERE c.corrects_id = v.id) AS corrected,
  n.note_enc AS "noteEnc"`
const from = `FROM visits v LEFT JOIN visit_notes n ON n.visit_id = v.id`

export const visitsById = (tx: Tx, ids: readonly string[]): Promise<VisitRow[]> =>
  rowsOfText(tx, visitRow, `SELECT ${columns} ${from} WHERE v.id = ANY ($1::uuid[])`, [...ids])

/** All of an elder, the newest first. */
export const visitsOf = (tx: Tx, elderId: string, limit: number): Promise<VisitRow[]> =>
  rowsOfText(
    tx,
    visitRow,
    `SELECT ${columns} ${from} WHERE v.elder_id = $1::uuid
     ORDER BY v.at DESC, v.recorded_at DESC, v.id DESC LIMIT $2::int`,
    elderId,
    limit,
  )

const standingRow = z.strictObject({
  id: z.string(),
  elderId: z.string(),
  month: z.string(),
  at: z.date(),
  way: visitWay,
  outcome: keptOutcome,
})
export type StandingRow = z.output<typeof standingRow>

/**
 * What stands of them since a month, in the order of time; and what is older, back to when somebody last knew where they
 * are: who was found nowhere then is still looked for.
 */
export const standingSince = (tx: Tx, elderIds: readonly string[], month: string): Promise<StandingRow[]> =>
  rowsOf(tx, standingRow)`SELECT v.id, v.elder_id AS "elderId", v.month, v.at, v.way, v.outcome FROM visits v
    WHERE v.elder_id = ANY (${[...elderIds]}::uuid[]) AND v.outcome <> 'mistake'
      AND (v.month >= ${month} OR v.at >= coalesce((SELECT max(k.at) FROM visits k WHERE k.elder_id = v.elder_id
        AND k.outcome NOT IN ('mistake', 'not_home')
        AND NOT EXISTS (SELECT FROM visits c WHERE c.corrects_id = k.id)), '-infinity'))
      AND NOT EXISTS (SELECT FROM visits c WHERE c.corrects_id = v.id)
    ORDER BY v.at, v.recorded_at, v.id`

export interface NewVisit {
  id: string
  elderId: string
  month: string
  visitorId: string
  by: string
  at: Date
  way: string
  outcome: string
  recordedAt: Date
  late: boolean
  corrects: string | null
  noteEnc: string | null
}

/** @returns false when something has this id, or what it corrects was corrected */
export async function insertVisit(tx: Tx, v: NewVisit): Promise<boolean> {
  const n = await tx.$executeRaw`INSERT INTO visits
      (id, elder_id, month, visitor_id, by_name, at, way, outcome, recorded_at, late, corrects_id)
    VALUES (${v.id}::uuid, ${v.elderId}::uuid, ${v.month}, ${v.visitorId}::uuid, ${v.by}, ${v.at}::timestamptz, ${v.way},
      ${v.outcome}, ${v.recordedAt}::timestamptz, ${v.late}, ${v.corrects}::uuid) ON CONFLICT DO NOTHING`
  if (n === 1 && v.noteEnc !== null)
    await tx.$executeRaw`INSERT INTO visit_notes (visit_id, note_enc) VALUES (${v.id}::uuid, ${v.noteEnc})`
  return n === 1
}
