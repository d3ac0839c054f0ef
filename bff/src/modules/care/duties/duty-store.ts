/** The duty plan: who looks after which class on which days. */
import * as z from 'zod/mini'
import type { Db, Tx } from '../../../platform/db'
import { idRow, rowOf, rowsOf } from '../../../platform/rows'

/** SQL: the duty `d` falls on the day of the session `s`. */
export const fallsOnDay = `s.day BETWEEN d.starts_on AND d.ends_on
  AND extract(isodow FROM s.day)::integer = ANY (d.weekdays)`
/** SQL: the badge of an account as a carer of the programme `p`; null once no grant reaches it any more. */
export const badgeOf = (account: string): string => `(SELECT g.display_name FROM grants g
  WHERE g.account_id = ${account} AND g.role = 'care_worker' AND g.revoked_at IS NULL
    AND p.community_code LIKE g.division_code || '%' ORDER BY length(g.division_code) DESC LIMIT 1)`

const planRow = z.strictObject({
  id: z.string(),
  community: z.string(),
  classes: z.int(),
  capacity: z.int(),
  confirmed: z.int(),
  startsOn: z.string(),
  endsOn: z.string(),
})
export type ProgrammePlan = z.output<typeof planRow>

export async function planOf(db: Db, programmeId: string): Promise<ProgrammePlan | undefined> {
  const [row] = await db.statement(
    planRow,
    'duty-plan',
    `SELECT p.id, p.community_code AS community, p.classes, p.capacity, p.starts_on::text AS "startsOn",
       p.ends_on::text AS "endsOn", (SELECT count(*)::int FROM enrolments e
         WHERE e.programme_id = p.id AND e.state IN ('confirmed', 'completed')) AS confirmed
     FROM programmes p WHERE p.id = $1::uuid`,
    [programmeId],
  )
  return row
}

const dutyRow = z.strictObject({
  id: z.string(),
  programmeId: z.string(),
  community: z.string(),
  accountId: z.string(),
  /** The badge, also of a grant that was taken back since. */
  name: z.string(),
  classNo: z.int(),
  leader: z.boolean(),
  startsOn: z.string(),
  endsOn: z.string(),
  weekdays: z.array(z.int()),
})
export type DutyRow = z.output<typeof dutyRow>

const dutyColumns = `d.id, p.id AS "programmeId", p.community_code AS community, d.account_id AS "accountId",
  coalesce((SELECT g.display_name FROM grants g WHERE g.account_id = d.account_id AND g.role = 'care_worker'
    AND p.community_code LIKE g.division_code || '%'
    ORDER BY g.revoked_at IS NULL DESC, length(g.division_code) DESC LIMIT 1), '') AS name,
  d.class_no AS "classNo", d.leader, d.starts_on::text AS "startsOn", d.ends_on::text AS "endsOn", d.weekdays`

export const dutiesOf = (db: Db, programmeId: string): Promise<DutyRow[]> =>
  db.statement(
    dutyRow,
    'duties-of',
    `SELECT ${dutyColumns} FROM care_duties d JOIN programmes p ON p.id = d.programme_id
     WHERE d.programme_id = $1::uuid AND d.ended_at IS NULL ORDER BY d.class_no, d.starts_on, d.created_at, d.id`,
    [programmeId],
  )

/** Also one that was ended. */
export async function findDuty(db: Db, id: string): Promise<DutyRow | undefined> {
  const [row] = await db.statement(
    dutyRow,
    'duty',
    `SELECT ${dutyColumns} FROM care_duties d JOIN programmes p ON p.id = d.programme_id WHERE d.id = $1::uuid`,
    [id],
  )
  return row
}

/** Somebody who works in a community, by badge. */
export const colleagueRow = z.strictObject({ accountId: z.string(), name: z.string() })
export type Colleague = z.output<typeof colleagueRow>

/** Who holds a care worker's grant that reaches a community, by badge. */
export const carersOf = (db: Db, community: string): Promise<Colleague[]> =>
  db.statement(
    colleagueRow,
    'carers-of',
    `SELECT DISTINCT ON (g.display_name, g.account_id) g.account_id AS "accountId", g.display_name AS name FROM grants g
     WHERE g.role = 'care_worker' AND g.revoked_at IS NULL AND $1::text LIKE g.division_code || '%'
       AND NOT EXISTS (SELECT FROM grants n WHERE n.account_id = g.account_id AND n.role = 'care_worker'
         AND n.revoked_at IS NULL AND $1::text LIKE n.division_code || '%'
         AND length(n.division_code) > length(g.division_code))
     ORDER BY g.display_name, g.account_id`,
    [community],
  )

export const nameRow = z.strictObject({ name: z.string() })

/** Names of other programmes in which this carer is on duty at an hour of these days; asked before the database refuses. */
export const busyElsewhere = (
  db: Db,
  d: Pick<NewDuty, 'programmeId' | 'accountId' | 'startsOn' | 'endsOn' | 'weekdays'>,
): Promise<z.output<typeof nameRow>[]> =>
  db.statement(
    nameRow,
    'duty-elsewhere',
    `SELECT DISTINCT o.name FROM care_sessions s JOIN care_duty_hours h ON h.account_id = $2::uuid
         AND h.programme_id <> s.programme_id AND h.during && tstzrange(s.starts_at, s.ends_at)
       JOIN programmes o ON o.id = h.programme_id
     WHERE s.programme_id = $1::uuid AND s.day BETWEEN $3::date AND $4::date
       AND extract(isodow FROM s.day)::integer = ANY ($5::integer[]) ORDER BY o.name LIMIT 3`,
    [d.programmeId, d.accountId, d.startsOn, d.endsOn, d.weekdays],
  )

/** Holds the programme's plan until this transaction ends: who leads is decided by one after the other. */
export async function holdPlan(tx: Tx, programmeId: string): Promise<void> {
  await tx.$executeRaw`SELECT FROM programmes WHERE id = ${programmeId}::uuid FOR UPDATE`
}

/** Which days of a class, of which weeks. */
type Span = Pick<DutyRow, 'programmeId' | 'classNo' | 'startsOn' | 'endsOn' | 'weekdays'>

const dayRow = z.strictObject({ day: z.string() })

/** On which days to come nobody leads the class; `without` as if that duty were not there. The plan has to be held. */
export const daysUnled = (
  tx: Tx,
  d: Span,
  { at, without }: { at: Date; without?: string },
): Promise<z.output<typeof dayRow>[]> =>
  rowsOf(tx, dayRow)`
    SELECT DISTINCT s.day::text AS day FROM care_sessions s
    WHERE s.programme_id = ${d.programmeId}::uuid AND s.ends_at > ${at}::timestamptz
      AND s.day BETWEEN ${d.startsOn}::date AND ${d.endsOn}::date
      AND extract(isodow FROM s.day)::integer = ANY (${d.weekdays}::integer[])
      AND NOT EXISTS (SELECT FROM care_duties o WHERE o.programme_id = s.programme_id AND o.class_no = ${d.classNo}::int
        AND o.leader AND o.ended_at IS NULL AND o.id IS DISTINCT FROM ${without ?? null}::uuid
        AND s.day BETWEEN o.starts_on AND o.ends_on AND extract(isodow FROM s.day)::integer = ANY (o.weekdays))
    ORDER BY day LIMIT 10`

/** Does this duty stand, in a programme that families may count on? */
export async function isNeeded(tx: Tx, id: string): Promise<boolean> {
  const row = await rowOf(tx, idRow)`
    SELECT d.id FROM care_duties d JOIN programmes p ON p.id = d.programme_id
    WHERE d.id = ${id}::uuid AND d.ended_at IS NULL AND p.state NOT IN ('draft', 'cancelled')`
  return row !== undefined
}

export interface NewDuty {
  id: string
  programmeId: string
  accountId: string
  classNo: number
  leader: boolean
  startsOn: string
  endsOn: string
  weekdays: number[]
  createdBy: string
  at: Date
}

export async function insertDuty(tx: Tx, d: NewDuty): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO care_duties (id, programme_id, class_no, account_id, leader, starts_on, ends_on, weekdays, created_by,
      created_at)
    VALUES (${d.id}::uuid, ${d.programmeId}::uuid, ${d.classNo}::int, ${d.accountId}::uuid, ${d.leader},
      ${d.startsOn}::date, ${d.endsOn}::date, ${d.weekdays}::integer[], ${d.createdBy}::uuid, ${d.at}::timestamptz)`
}

/** From this instant on the carer is off this duty; a second time changes nothing. @returns whether it was on until now */
export async function stopDuty(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.careDuty.updateMany({ where: { id, endedAt: null }, data: { endedAt: at } })
  return count === 1
}
