/** Programmes: plans, states and sessions. `FOR UPDATE` on the row keeps out every sign-up until a step is done. */
import { digits } from '@linli/contracts/ladder'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { rowsOfText } from '../../platform/rows'
import type { Plan, Session } from './plan/rules'
import { type ProgrammeRow, programmeRow } from './row'

const columns = `p.id, p.community_code AS community, p.kind, p.state, p.name, p.place, p.about,
  p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn", p.weekly, p.skips::text[] AS skips, p.capacity, p.taken,
  p.classes, CASE WHEN p.min_age IS NOT NULL THEN jsonb_build_object('min', p.min_age, 'max', p.max_age) END AS ages,
  CASE WHEN p.min_grade IS NOT NULL THEN jsonb_build_object('min', p.min_grade, 'max', p.max_grade) END AS grades,
  p.opens_at AS "opensAt", p.closes_at AS "closesAt", p.mode, p.priority, p.first_starts_at AS "firstStartsAt",
  p.last_ends_at AS "lastEndsAt", p.refill_until AS "refillUntil", p.seed_commitment AS "seedCommitment",
  p.list_hash AS "listHash", p.seed, p.closed_at AS "closedAt", p.drawn_at AS "drawnAt",
  l.id IS NOT NULL AS announced, l.id AS "lineId",
  (SELECT count(*)::int FROM enrolments e WHERE e.programme_id = p.id AND e.state = 'waiting') AS waiting`
const joins = 'programmes p LEFT JOIN lines l ON l.programme_id = p.id'

export async function findProgramme(db: Db, id: string): Promise<ProgrammeRow | undefined> {
  const [row] = await db.statement(
    programmeRow,
    'programme',
    `SELECT ${columns} FROM ${joins} WHERE p.id = $1::uuid`,
    [id],
  )
  return row
}

/**
 * The programme with its row locked against every sign-up and every other step. The line's row comes before it: who
 * moves cases holds that one first.
 */
export async function lockProgramme(tx: Tx, id: string): Promise<ProgrammeRow | undefined> {
  await tx.$executeRaw`SELECT FROM programmes WHERE id = ${id}::uuid FOR UPDATE`
  const [row] = await rowsOfText(
    tx,
    programmeRow,
    `SELECT ${columns} FROM ${joins} WHERE p.id = $1::uuid`,
    id,
  )
  return row
}

export interface ListPlace {
  nearness: number
  opensAt: Date
  id: string
}

export interface ListFilter {
  community: string
  /** What is over too. */
  all: boolean
  /** Communities whose drafts the reader may see, by the beginning of their codes. */
  drafts: readonly string[]
  now: Date
}

const nearRow = z.extend(programmeRow, { nearness: z.int() })

/** A community's programmes, then those of its neighbours in the township; the newest opening first. */
export const programmesNear = (
  db: Db,
  { community, all, drafts, now }: ListFilter,
  after: ListPlace | undefined,
  limit: number,
): Promise<z.output<typeof nearRow>[]> =>
  db.statement(
    nearRow,
    'programmes-near',
    `SELECT * FROM (
       SELECT ${columns}, (p.community_code <> $1)::int AS nearness FROM ${joins}
       WHERE p.community_code >= left($1, ${digits.township}) AND p.community_code < left($1, ${digits.township}) || ':'
         AND (l.id IS NOT NULL OR EXISTS (SELECT FROM unnest($3::text[]) d WHERE p.community_code LIKE d || '%'))
         AND ($2::boolean OR (p.state <> 'cancelled' AND p.last_ends_at > $4::timestamptz))) n
     WHERE $5::int IS NULL OR n.nearness > $5
       OR (n.nearness = $5 AND (n."opensAt", n.id) < ($6::timestamptz, $7::uuid))
     ORDER BY n.nearness, n."opensAt" DESC, n.id DESC LIMIT $8::int`,
    [community, all, drafts, now, after?.nearness ?? null, after?.opensAt ?? null, after?.id ?? null, limit],
  )

const openRow = z.object({
  ...{ id: z.string(), name: z.string(), capacity: z.int(), n: z.int() },
  ...{ opensAt: z.date(), closesAt: z.date() },
})

/** Of a community and its neighbours what can be signed up for now or soon: how many, and the first of them. */
export async function firstOpen(
  db: Db,
  community: string,
  now: Date,
): Promise<z.output<typeof openRow> | null> {
  const [row] = await db.statement(
    openRow,
    'programmes-open',
    `SELECT id::text, name, capacity, opens_at AS "opensAt", closes_at AS "closesAt", count(*) OVER ()::int AS n
     FROM programmes WHERE community_code >= left($1, ${digits.township}) AND community_code < left($1, ${digits.township}) || ':'
       AND state = 'published' AND closes_at > $2::timestamptz
     ORDER BY community_code <> $1, opens_at <= $2, CASE WHEN opens_at > $2 THEN opens_at ELSE closes_at END, id LIMIT 1`,
    [community, now],
  )
  return row ?? null
}

export interface NewProgramme extends Plan {
  id: string
  community: string
  createdBy: string
  at: Date
}

/** A plan with what its days come to. */
export interface PlanTimes {
  firstStartsAt: Date
  lastEndsAt: Date
  refillEnd: Date
}

const planSql = `kind = $2, name = $3, place = $4, about = $5, starts_on = $6::date, ends_on = $7::date,
  weekly = $8::jsonb, skips = $9::date[], capacity = $10::int, classes = $11::int, min_age = $12::int, max_age = $13::int,
  min_grade = $14::int, max_grade = $15::int, opens_at = $16::timestamptz, closes_at = $17::timestamptz, mode = $18,
  priority = $19::jsonb, first_starts_at = $20::timestamptz, last_ends_at = $21::timestamptz,
  refill_until = $22::timestamptz`

const planValues = (p: Plan, times: PlanTimes): unknown[] => [
  p.kind,
  p.name,
  p.place,
  p.about,
  p.startsOn,
  p.endsOn,
  JSON.stringify(p.weekly),
  p.skips,
  p.capacity,
  p.classes,
  p.ages?.min ?? null,
  p.ages?.max ?? null,
  p.grades?.min ?? null,
  p.grades?.max ?? null,
  p.opensAt,
  p.closesAt,
  p.mode,
  JSON.stringify(p.priority),
  times.firstStartsAt,
  times.lastEndsAt,
  times.refillEnd,
]

export async function insertProgramme(tx: Tx, p: NewProgramme, times: PlanTimes): Promise<void> {
  await tx.$executeRawUnsafe(
    `INSERT INTO programmes (id, community_code, state, created_by, created_at, kind, name, place, about, starts_on,
       ends_on, weekly, skips, capacity, classes, min_age, max_age, min_grade, max_grade, opens_at, closes_at, mode,
       priority, first_starts_at, last_ends_at, refill_until)
     VALUES ($1::uuid, $23, 'draft', $24::uuid, $25::timestamptz, $2, $3, $4, $5, $6::date, $7::date, $8::jsonb,
       $9::date[], $10::int, $11::int, $12::int, $13::int, $14::int, $15::int, $16::timestamptz, $17::timestamptz, $18,
       $19::jsonb, $20::timestamptz, $21::timestamptz, $22::timestamptz)`,
    p.id,
    ...planValues(p, times),
    p.community,
    p.createdBy,
    p.at,
  )
}

export async function updatePlan(tx: Tx, id: string, plan: Plan, times: PlanTimes): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE programmes SET ${planSql}, version = version + 1 WHERE id = $1::uuid`,
    id,
    ...planValues(plan, times),
  )
}

export interface SeedKept {
  commitment: string
  sealed: string
}

export async function markPublished(tx: Tx, id: string, seed: SeedKept | null): Promise<void> {
  await tx.$executeRaw`UPDATE programmes SET state = 'published', version = version + 1,
    seed_commitment = ${seed?.commitment ?? null}, seed_enc = ${seed?.sealed ?? null} WHERE id = ${id}::uuid`
}

export async function insertSessions(tx: Tx, id: string, sessions: readonly Session[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO care_sessions (id, programme_id, day, starts_at, ends_at)
    SELECT gen_random_uuid(), ${id}::uuid, s.day, s."startsAt", s."endsAt"
    FROM jsonb_to_recordset(${JSON.stringify(sessions)}::jsonb) AS s (day date, "startsAt" timestamptz, "endsAt" timestamptz)`
}

const figuresRow = z.strictObject({
  entered: z.int(),
  confirmed: z.int(),
  held: z.int(),
  waiting: z.int(),
  cancelled: z.int(),
  carers: z.int(),
})
export type Figures = z.output<typeof figuresRow>

export async function figuresOf(db: Db, id: string): Promise<Figures> {
  const [row] = await db.statement(
    figuresRow,
    'programme-figures',
    `SELECT count(*) FILTER (WHERE state = 'entered')::int AS entered,
       count(*) FILTER (WHERE state IN ('confirmed', 'completed'))::int AS confirmed,
       count(*) FILTER (WHERE state = 'held')::int AS held, count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
       count(*) FILTER (WHERE state = 'cancelled')::int AS cancelled,
       (SELECT count(DISTINCT account_id)::int FROM care_duties WHERE programme_id = $1::uuid AND ended_at IS NULL) AS carers
     FROM enrolments WHERE programme_id = $1::uuid`,
    [id],
  )
  return row ?? { entered: 0, confirmed: 0, held: 0, waiting: 0, cancelled: 0, carers: 0 }
}
