/** What was served, read from signups and what was said of their hours, and the records made of it. */
import { taskKind } from '@linli/contracts/tasks'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { type Read, readOf } from '../../platform/read'
import { countRow, idRow, rowsOf } from '../../platform/rows'

/** Of days in Shanghai, both within. */
export interface Span {
  fromDay: string | null
  toDay: string
}

const servedRow = z.strictObject({
  caseId: z.string(),
  partyId: z.string(),
  hoursId: z.string(),
  halves: z.int(),
  kind: taskKind,
  title: z.string(),
  community: z.string(),
  on: z.string(),
})
export type ServedRow = z.output<typeof servedRow>

const dayOf = (column: string): string => `(${column} AT TIME ZONE 'Asia/Shanghai')::date`
/** What was said last counts, and only while nobody objects to it. */
const counted = `signups s JOIN tasks t ON t.id = s.task_id JOIN LATERAL hours_said_last(s.case_id) h
    ON h.halves > 0`
const served = `SELECT s.case_id AS "caseId", s.party_id AS "partyId", h.id::text AS "hoursId", h.halves, t.kind, t.title,
    t.community_code AS community, ${dayOf('s.starts_at')}::text AS "on" FROM ${counted} WHERE s.state = 'completed'`

/** The newest of each. */
export const servedBy = (db: Db, parties: readonly string[], limit: number): Promise<ServedRow[]> =>
  db.statement(
    servedRow,
    'served-by',
    `SELECT r.* FROM unnest($1::uuid[]) AS p (id) CROSS JOIN LATERAL (${served} AND s.party_id = p.id
       ORDER BY s.starts_at DESC, s.case_id LIMIT $2::int) r`,
    [parties, limit],
  )

const monthRow = z.strictObject({ partyId: z.string(), month: z.string(), halves: z.int() })

export const monthsOf = (db: Db, parties: readonly string[]): Promise<z.output<typeof monthRow>[]> =>
  db.statement(
    monthRow,
    'served-months',
    `SELECT s.party_id AS "partyId", to_char(s.starts_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month,
       sum(h.halves)::int AS halves FROM ${counted}
     WHERE s.state = 'completed' AND s.party_id = ANY ($1::uuid[]) GROUP BY 1, 2 ORDER BY 2 DESC`,
    [parties],
  )

/** Before they are held: what they hold is read again then (`servedIn`). */
export const casesServed = (tx: Tx, partyId: string, { fromDay, toDay }: Span, limit: number) =>
  rowsOf(
    tx,
    idRow,
  )`SELECT case_id AS id FROM signups WHERE party_id = ${partyId}::uuid AND state = 'completed'
    AND (starts_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN coalesce(${fromDay}::date, '2000-01-01')
    AND ${toDay}::date LIMIT ${limit}::int`

export const servedIn = (tx: Tx, cases: readonly string[]): Promise<ServedRow[]> =>
  readOf(tx)(
    servedRow,
    'served-in',
    `${served} AND s.case_id = ANY ($1::uuid[]) ORDER BY s.starts_at, s.case_id`,
    [cases],
  )

const recordRow = z.strictObject({
  id: z.string(),
  number: z.string(),
  code: z.string(),
  accountId: z.nullable(z.string()),
  childId: z.nullable(z.string()),
  fromDay: z.string(),
  toDay: z.string(),
  halves: z.int(),
  issuedAt: z.date(),
  withdrawnAt: z.nullable(z.date()),
})
export type RecordRow = z.output<typeof recordRow>

const columns = `id, number, code, account_id AS "accountId", child_id AS "childId", from_day::text AS "fromDay",
  to_day::text AS "toDay", halves, issued_at AS "issuedAt", withdrawn_at AS "withdrawnAt"`

export const recordsOf = (db: Db, parties: readonly string[]): Promise<RecordRow[]> =>
  db.statement(
    recordRow,
    'service-records-of',
    `SELECT ${columns} FROM service_records WHERE account_id = ANY ($1::uuid[]) OR child_id = ANY ($1::uuid[])
     ORDER BY issued_at DESC, id LIMIT 100`,
    [parties],
  )

export const findRecord = async (read: Read, id: string): Promise<RecordRow | undefined> =>
  (
    await read(recordRow, 'service-record', `SELECT ${columns} FROM service_records WHERE id = $1::uuid`, [
      id,
    ])
  )[0]

export interface NewRecord {
  id: string
  code: string
  accountId: string | null
  childId: string | null
  fromDay: string
  toDay: string
  items: readonly Pick<ServedRow, 'caseId' | 'hoursId' | 'halves'>[]
  at: Date
}

export async function insertRecord(tx: Tx, r: NewRecord): Promise<void> {
  const halves = r.items.reduce((sum, item) => sum + item.halves, 0)
  await tx.$executeRaw`
    INSERT INTO service_records (id, number, code, account_id, child_id, from_day, to_day, halves, issued_at)
    VALUES (${r.id}::uuid, case_number('ZM', ${r.at}::timestamptz), ${r.code}, ${r.accountId}::uuid, ${r.childId}::uuid,
      ${r.fromDay}::date, ${r.toDay}::date, ${halves}::int, ${r.at}::timestamptz)`
  await tx.$executeRaw`
    INSERT INTO service_record_items (record_id, case_id, hours_id)
    SELECT ${r.id}::uuid, i.* FROM unnest(${r.items.map((i) => i.caseId)}::uuid[],
      ${r.items.map((i) => i.hoursId)}::bigint[]) AS i`
}

/** What stands in a record, as it was said when it was made. */
export const itemsOf = (db: Db, recordId: string): Promise<ServedRow[]> =>
  db.statement(
    servedRow,
    'service-record-items',
    `SELECT s.case_id AS "caseId", s.party_id AS "partyId", h.id::text AS "hoursId", h.halves, t.kind, t.title,
       t.community_code AS community, ${dayOf('s.starts_at')}::text AS "on"
     FROM service_record_items i JOIN signups s ON s.case_id = i.case_id JOIN tasks t ON t.id = s.task_id
       JOIN signup_hours h ON h.id = i.hours_id WHERE i.record_id = $1::uuid ORDER BY s.starts_at, s.case_id`,
    [recordId],
  )

const registrationRow = z.strictObject({ number: z.string(), community: z.string() })

/** The registration that counts, or did last. */
export async function registrationOf(read: Read, partyId: string) {
  const [row] = await read(
    registrationRow,
    'registration-of',
    `SELECT c.number, c.community_code AS community FROM volunteers v JOIN cases c ON c.id = v.case_id
     WHERE v.party_id = $1::uuid AND v.state = 'verified' LIMIT 1`,
    [partyId],
  )
  return row
}

export async function isValid(db: Db, number: string, code: string): Promise<boolean> {
  const [row] = await db.statement(
    countRow,
    'service-record-valid',
    `SELECT count(*)::int AS n FROM service_records WHERE number = $1 AND code = $2 AND withdrawn_at IS NULL`,
    [number, code],
  )
  return row?.n === 1
}
