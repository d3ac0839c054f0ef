/** What an adviser has before them: matters by due time, duty hours, days away, openings; not a word of any matter. */
import type { AdviserList } from '@linli/contracts/adviser'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow, rowsOf } from '../../platform/rows'
import { legalRoles } from './policy'

const handledRow = z.strictObject({
  id: z.string(),
  number: z.string(),
  community: z.string(),
  state: z.string(),
  lapsesAt: z.nullable(z.date()),
  urgent: z.boolean(),
  createdAt: z.date(),
  dueAt: z.nullable(z.date()),
  waitingFor: z.enum(['staff', 'party', 'nobody']),
  unread: z.int(),
  sort: z.date(),
})
export type HandledRow = z.output<typeof handledRow>

/** Those of one person, and the desks at which they may take one. */
export interface Whose {
  accountId: string
  /** Divisions of all their legal offices. */
  offices: readonly string[]
  /** Those of them that give out questions. */
  desks: readonly string[]
}

/** The same with what they are barred from, which is on none of their lists. */
export interface Looking extends Whose {
  barred: readonly string[]
}

type Own = Exclude<AdviserList, 'handed'>
/** `$1` whoever asks, `$2` their offices, `$3` their desks, `$4` what they are barred from; every list names all of them. */
const typed = '($1::uuid, $2::text[], $3::text[], $4::uuid[]) IS NOT NULL'
const atDesk =
  'o.handler_id IS NULL AND o.office_code = ANY ($3) AND c.closed_at IS NULL AND c.subject_id <> $1'
const where: Record<Own, string> = {
  mine: 'o.handler_id = $1 AND o.office_code = ANY ($2) AND c.closed_at IS NULL',
  desk: `${atDesk} AND c.id <> ALL ($4)`,
  done: 'o.handler_id = $1 AND o.office_code = ANY ($2) AND c.finished_at IS NOT NULL',
}
const from = 'FROM consultations o JOIN cases c ON c.id = o.case_id'
/** What has no due time waits behind what has one, since when it is there. */
const sort: Record<Own, string> = {
  mine: `coalesce(c.due_at, c.created_at + interval '1000 years')`,
  desk: 'coalesce(c.due_at, c.created_at)',
  done: `'epoch'::timestamptz + ('2200-01-01'::timestamptz - c.closed_at)`,
}

/** A line of which anything came along with the matter (`handed.ts`). */
const cameAlong = `(l.n > o.handed_lines OR CASE WHEN l.n = 1 THEN 'question' ELSE 'thread' END = ANY (o.parts)
  OR 'files' = ANY (o.parts) AND EXISTS (SELECT FROM consultation_line_files f WHERE f.line_id = l.id))`

const values = ({ accountId, offices, desks, barred }: Looking): unknown[] => [
  accountId,
  [...offices],
  [...desks],
  [...barred],
]

/** All that their desks have and nobody works on, be they barred from it or not. */
export const waitingAtDesks = (db: Db, whose: Whose): Promise<{ id: string }[]> =>
  db.statement(
    idRow,
    'waiting-at-desks',
    `SELECT c.id ${from} WHERE ${typed} AND ${atDesk}`,
    values({ ...whose, barred: [] }),
  )

export const handledBy = (
  db: Db,
  whose: Looking,
  show: Own,
  after: { at: Date; id: string } | undefined,
  limit: number,
): Promise<HandledRow[]> =>
  db.statement(
    handledRow,
    `handled-${show}`,
    `SELECT c.id, c.number, c.community_code AS community, c.state, c.lapses_at AS "lapsesAt", o.urgent,
       c.created_at AS "createdAt", c.due_at AS "dueAt", c.waiting_for AS "waitingFor",
       (SELECT count(*)::int FROM consultation_lines l WHERE l.case_id = c.id AND l.side = 'party' AND ${cameAlong} AND l.n > coalesce(
         (SELECT up_to FROM consultation_reads r WHERE r.case_id = c.id AND r.side = 'adviser'), 0)) AS unread,
       ${sort[show]} AS sort
     ${from} WHERE ${typed} AND ${where[show]} AND ($5::timestamptz IS NULL OR (${sort[show]}, c.id) > ($5, $6::uuid))
     ORDER BY sort, c.id LIMIT $7::int`,
    [...values(whose), after?.at ?? null, after?.id ?? null, limit],
  )

export async function handledCounts(db: Db, whose: Looking): Promise<{ mine: number; desk: number }> {
  const [row] = await db.statement(
    z.strictObject({ mine: z.int(), desk: z.int() }),
    'handled-counts',
    `SELECT (SELECT count(*)::int ${from} WHERE ${typed} AND ${where.mine}) AS mine,
       (SELECT count(*)::int ${from} WHERE ${typed} AND ${where.desk}) AS desk`,
    values(whose),
  )
  return row ?? { mine: 0, desk: 0 }
}

const dutyRow = z.strictObject({ weekday: z.int(), from: z.int(), to: z.int() })
const awayRow = z.strictObject({ id: z.string(), from: z.string(), to: z.string() })
const openingRow = z.strictObject({ id: z.string(), words: z.string() })
const loadRow = z.strictObject({ name: z.string(), open: z.int(), urgent: z.int(), me: z.boolean() })

export const dutiesOf = (db: Db, accountId: string) =>
  db.statement(
    dutyRow,
    'adviser-duties',
    `SELECT weekday, from_minute AS "from", to_minute AS "to" FROM adviser_duties WHERE account_id = $1::uuid
     ORDER BY weekday, from_minute`,
    [accountId],
  )

export const awayOf = (db: Db, accountId: string, from: string) =>
  db.statement(
    awayRow,
    'adviser-away',
    `SELECT id, from_day::text AS "from", to_day::text AS "to" FROM adviser_absences
     WHERE account_id = $1::uuid AND to_day >= $2::date ORDER BY from_day, id`,
    [accountId, from],
  )

export const openingsOf = (db: Db, accountId: string) =>
  db.statement(
    openingRow,
    'adviser-openings',
    `SELECT id, words FROM adviser_openings WHERE account_id = $1::uuid ORDER BY created_at, id`,
    [accountId],
  )

/** Everybody at these desks, with how much lies with them. */
export const loadOf = (db: Db, accountId: string, offices: readonly string[]) =>
  db.statement(
    loadRow,
    'adviser-load',
    `SELECT min(g.display_name) AS name, g.account_id = $1::uuid AS me,
       count(DISTINCT c.id)::int AS open, count(DISTINCT c.id) FILTER (WHERE o.urgent)::int AS urgent
     FROM grants g LEFT JOIN consultations o ON o.handler_id = g.account_id
       LEFT JOIN cases c ON c.id = o.case_id AND c.closed_at IS NULL
     WHERE g.division_code = ANY ($2::text[]) AND g.role = ANY ($3::text[]) AND g.revoked_at IS NULL
     GROUP BY g.account_id ORDER BY min(g.display_name), g.account_id`,
    [accountId, [...offices], [...legalRoles]],
  )

export async function writeDuties(
  tx: Tx,
  accountId: string,
  duties: readonly { weekday: number; from: number; to: number }[],
): Promise<void> {
  await tx.$executeRaw`DELETE FROM adviser_duties WHERE account_id = ${accountId}::uuid`
  await tx.$executeRaw`
    INSERT INTO adviser_duties (account_id, weekday, from_minute, to_minute)
    SELECT ${accountId}::uuid, weekday, "from", "to"
    FROM jsonb_to_recordset(${JSON.stringify(duties)}::jsonb) AS given (weekday int, "from" int, "to" int)`
}

export async function insertAway(
  tx: Tx,
  away: { id: string; accountId: string; from: string; to: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO adviser_absences (id, account_id, from_day, to_day)
    VALUES (${away.id}::uuid, ${away.accountId}::uuid, ${away.from}::date, ${away.to}::date)`
}

export const deleteAway = async (db: Db, accountId: string, id: string): Promise<boolean> =>
  (await db.client.$executeRaw`
    DELETE FROM adviser_absences WHERE id = ${id}::uuid AND account_id = ${accountId}::uuid`) === 1

export async function insertOpening(
  tx: Tx,
  opening: { id: string; accountId: string; words: string; at: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO adviser_openings (id, account_id, words, created_at)
    VALUES (${opening.id}::uuid, ${opening.accountId}::uuid, ${opening.words}, ${opening.at}::timestamptz)`
}

export const deleteOpening = async (db: Db, accountId: string, id: string): Promise<boolean> =>
  (await db.client.$executeRaw`
    DELETE FROM adviser_openings WHERE id = ${id}::uuid AND account_id = ${accountId}::uuid`) === 1

/** Of one desk and nobody's; the case is locked by the caller. */
export const atDesks = (tx: Tx, caseId: string, desks: readonly string[]) =>
  rowsOf(tx, idRow)`
    SELECT o.office_code AS id FROM consultations o WHERE o.case_id = ${caseId}::uuid AND o.handler_id IS NULL
      AND o.office_code = ANY (${[...desks]}::text[])`

const logRow = z.strictObject({
  number: z.string(),
  community: z.string(),
  at: z.date(),
  action: z.string(),
  inTime: z.boolean(),
})

/** What somebody did as an adviser in a month; `inTime`: the first answer, before anybody above was told. */
export const workOf = (db: Db, accountId: string, from: Date, to: Date) =>
  db.statement(
    logRow,
    'adviser-work',
    `SELECT c.number, c.community_code AS community, e.at, e.action,
       e.action = 'answer' AND NOT EXISTS (SELECT FROM case_events b WHERE b.case_id = e.case_id AND b.id < e.id
         AND b.action IN ('answer', 'escalate')) AS "inTime"
     FROM case_events e JOIN cases c ON c.id = e.case_id
     WHERE c.type = 'consultation' AND e.actor_id = $1::uuid AND e.side = 'staff' AND e.at >= $2::timestamptz
       AND e.at < $3::timestamptz ORDER BY e.id`,
    [accountId, from, to],
  )

/** How many came to somebody and were opened by them in a month. */
export async function openedBy(db: Db, accountId: string, from: Date, to: Date): Promise<number> {
  const [row] = await db.statement(
    z.strictObject({ n: z.int() }),
    'adviser-opened',
    `SELECT count(*)::int AS n FROM consultations WHERE handler_id = $1::uuid AND opened_at >= $2::timestamptz
       AND opened_at < $3::timestamptz`,
    [accountId, from, to],
  )
  return row?.n ?? 0
}
