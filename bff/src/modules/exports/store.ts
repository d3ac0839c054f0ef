/** What left a division as a table: written once, read by the day. */
import { type ExportKind, exportKind } from '@linli/contracts/export-records'
import * as z from 'zod/mini'
import { areaOf } from '../../platform/area'
import type { Db } from '../../platform/db'

export interface NewRecord {
  id: string
  kind: ExportKind
  division: string
  /** The first and the last day; null: it is of no days. */
  span: { fromDay: string; toDay: string } | null
  lines: number
  byId: string
  byName: string
  at: Date
}

export async function insertRecord(db: Db, r: NewRecord): Promise<void> {
  await db.client.$executeRaw`
    INSERT INTO export_records (id, kind, division_code, from_day, to_day, lines, by_id, by_name, at)
    VALUES (${r.id}::uuid, ${r.kind}, ${r.division}, ${r.span?.fromDay ?? null}::date, ${r.span?.toDay ?? null}::date,
      ${r.lines}::int, ${r.byId}::uuid, ${r.byName}, ${r.at}::timestamptz)`
}

const recordRow = z.strictObject({
  id: z.string(),
  kind: exportKind,
  division: z.string(),
  fromDay: z.nullable(z.string()),
  toDay: z.nullable(z.string()),
  lines: z.int(),
  by: z.string(),
  at: z.date(),
})
export type RecordRow = z.output<typeof recordRow>

/** Of a division and all below it, the newest first. */
export function recordsOf(
  db: Db,
  division: string,
  after: { at: Date; id: string } | undefined,
  limit: number,
): Promise<RecordRow[]> {
  const area = areaOf(division, 'e.division_code', '$1')
  return db.statement(
    recordRow,
    `export-records-${area.name}`,
    `SELECT e.id, e.kind, e.division_code AS division, e.from_day::text AS "fromDay", e.to_day::text AS "toDay", e.lines,
       e.by_name AS by, e.at
     FROM export_records e WHERE ${area.sql} AND ($2::timestamptz IS NULL OR (e.at, e.id) < ($2, $3::uuid))
     ORDER BY e.at DESC, e.id DESC LIMIT $4::int`,
    [division, after?.at ?? null, after?.id ?? null, limit],
  )
}
