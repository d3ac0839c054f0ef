/** Rosters that staff brought along: their lines are sealed, and go with their term. */
import { lineFault, lineNote } from '@linli/contracts/roster-imports'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { countRow, idRow, rowOf, rowsOf } from '../../platform/rows'

const reported = z.strictObject({ line: z.int(), code: z.union([lineFault, lineNote]) })
export type Reported = z.output<typeof reported>

const importRow = z.strictObject({
  id: z.string(),
  division: z.string(),
  lines: z.int(),
  good: z.int(),
  reports: z.array(reported),
  importedAt: z.nullable(z.date()),
  keptUntil: z.date(),
})
export type ImportRow = z.output<typeof importRow>

export const findImport = (tx: Tx, id: string): Promise<ImportRow | undefined> =>
  rowOf(tx, importRow)`SELECT i.id, i.division_code AS division, i.lines,
      (SELECT count(*)::int FROM roster_lines l WHERE l.import_id = i.id) AS good, i.reports,
      i.imported_at AS "importedAt", i.kept_until AS "keptUntil"
    FROM roster_imports i WHERE i.id = ${id}::uuid`

export interface NewImport {
  id: string
  division: string
  lines: number
  reports: readonly Reported[]
  by: string
  at: Date
  keptUntil: Date
}

export async function insertImport(tx: Tx, i: NewImport): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO roster_imports (id, division_code, lines, reports, created_by, created_at, kept_until)
    VALUES (${i.id}::uuid, ${i.division}, ${i.lines}::int, ${JSON.stringify(i.reports)}::jsonb, ${i.by}::uuid,
      ${i.at}::timestamptz, ${i.keptUntil}::timestamptz)`
}

export interface NewLine {
  id: string
  nameEnc: string
  phoneEnc: string
  /** Hexadecimal. */
  phoneHash: string
  skills: readonly string[]
  teamId: string | null
}

export async function insertLines(tx: Tx, importId: string, lines: readonly NewLine[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO roster_lines (id, import_id, name_enc, phone_enc, phone_hash, skills, team_id)
    SELECT l.id, ${importId}::uuid, l."nameEnc", l."phoneEnc", decode(l."phoneHash", 'hex'), l.skills, l."teamId"
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      AS l (id uuid, "nameEnc" text, "phoneEnc" text, "phoneHash" text, skills text[], "teamId" uuid)`
}

const knownRow = z.strictObject({ hash: z.string(), volunteer: z.boolean() })

/** Of some numbers those of volunteers of a division, and those on a roster of it that was imported. */
export const knownNumbers = (
  tx: Tx,
  division: string,
  hashes: readonly string[],
): Promise<z.output<typeof knownRow>[]> =>
  rowsOf(tx, knownRow)`
    WITH asked AS (SELECT h AS hash, decode(h, 'hex') AS bytes FROM unnest(${[...hashes]}::text[]) h)
    SELECT q.hash, true AS volunteer FROM asked q JOIN accounts a ON a.phone_hash = q.bytes
      JOIN volunteers v ON v.account_id = a.id AND v.state IN ('asked', 'verified')
      JOIN cases c ON c.id = v.case_id AND c.community_code >= ${division} AND c.community_code < ${division} || '~'
    UNION SELECT q.hash, false FROM asked q JOIN roster_lines l ON l.phone_hash = q.bytes
      JOIN roster_imports i ON i.id = l.import_id AND i.imported_at IS NOT NULL
        AND i.division_code >= ${division} AND i.division_code < ${division} || '~'`

const teamRow = z.strictObject({ id: z.string(), form: z.string() })

/** The open teams of a division, by how names are compared. */
export const teamsIn = (tx: Tx, division: string): Promise<z.output<typeof teamRow>[]> =>
  rowsOf(tx, teamRow)`SELECT id, name_form AS form FROM teams WHERE state = 'open'
    AND division_code >= ${division} AND division_code < ${division} || '~' ORDER BY created_at DESC, id`

/** Guarded: of two taps one imports. */
export async function markImported(tx: Tx, id: string, at: Date, keptUntil: Date): Promise<boolean> {
  const done = await tx.$executeRaw`UPDATE roster_imports SET imported_at = ${at}::timestamptz,
      kept_until = ${keptUntil}::timestamptz
    WHERE id = ${id}::uuid AND imported_at IS NULL AND kept_until > ${at}::timestamptz`
  return done === 1
}

/** Those whose term is over. */
export const oldImports = (db: Db, now: Date, limit: number): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'old-rosters',
    `SELECT id FROM roster_imports WHERE kept_until <= $1::timestamptz ORDER BY kept_until, id LIMIT $2::int`,
    [now, limit],
  )

/** @returns how many lines went with it */
export async function deleteImport(tx: Tx, id: string): Promise<number> {
  const row = await rowOf(tx, countRow)`
    WITH gone AS (DELETE FROM roster_lines WHERE import_id = ${id}::uuid RETURNING 1)
    SELECT count(*)::int AS n FROM gone`
  await tx.$executeRaw`DELETE FROM roster_imports WHERE id = ${id}::uuid`
  return row?.n ?? 0
}
