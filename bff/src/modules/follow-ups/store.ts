/**
 * The rows of follow-ups. A step leaves its marks here and moves the case in the same transaction, at whose end both have
 * the same state (`follow_ups_case_state`). What says who rated or which case it was leaves this file only towards `present`.
 */
import { waitingFor } from '@linli/contracts/case-base'
import { followUpState } from '@linli/contracts/follow-up-case'
import { anyService, grade, reason, textState } from '@linli/contracts/ratings'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow, rowsOf, rowsOfText } from '../../platform/rows'
import { common, commonPlace, rated } from './common-store'
import { eventLine } from './event-line'
import type { Marks } from './rules'

const moment = z.nullable(z.date())

export const followUpRow = z.strictObject({
  id: z.string(),
  number: z.string(),
  type: z.literal('follow_up'),
  community: z.string(),
  raterId: z.string(),
  state: followUpState,
  waitingFor,
  dueAt: moment,
  handledBy: z.string(),
  openedAt: z.date(),
  rectifyDue: z.date(),
  stopAt: z.date(),
  contactedAt: moment,
  extendedAt: moment,
  rectifiedAt: moment,
  toldAt: moment,
  verdict: z.nullable(z.enum(['satisfied', 'dissatisfied'])),
  verdictAt: moment,
  appealedAt: moment,
  reviewing: z.nullable(z.enum(['appeal', 'verdict'])),
  escalations: z.int(),
  escalatedDue: moment,
  namedAt: moment,
  endedAt: moment,
  /** What was rated is read by its person and by whoever works on it alone. */
  confidential: z.boolean(),
  ratingId: z.string(),
  service: anyService,
  grade,
  reasons: z.array(reason),
  /** What fewer than five could have chosen is told to the unit as `other`. */
  commonReasons: z.array(reason),
  text: z.nullable(z.string()),
  textState,
  supplementState: textState,
  supplement: z.nullable(z.string()),
  supplementAt: moment,
  ratedId: z.string(),
  ratedNumber: z.string(),
  /** The room or the programme. */
  ratedTitle: z.string(),
  /** The same where five of its people could have rated so; what fewer could is not told to the unit. */
  commonTitle: z.nullable(z.string()),
  /** The reader acted as staff in this follow-up. */
  acted: z.boolean(),
  /** The reader acted as staff in the case that was rated. */
  involved: z.boolean(),
})
export type FollowUpRow = z.output<typeof followUpRow>

/** Has this account ($1) acted as staff here (c), or in the case (r) that was rated (x)? To look is not to act. */
const acted = `EXISTS (SELECT FROM case_events e WHERE e.case_id = c.id AND e.side = 'staff'
  AND e.actor_id = ANY (account_ids($1::uuid)))`
export const involvedBy = (account: string): string => `((r.actor_role = 'staff' AND r.actor_id = ${account})
  OR EXISTS (SELECT FROM case_events e WHERE e.case_id = x.case_id AND e.side = 'staff' AND e.action NOT IN ('see', 'erase')
    AND e.actor_id = ANY (account_ids(${account})))
  OR EXISTS (SELECT FROM enrolments n JOIN care_records k ON k.child_id = n.child_id AND k.case_id = n.case_id
    WHERE n.case_id = x.case_id AND k.by_id = ANY (account_ids(${account}))))`
export const involved = involvedBy('$1::uuid')
export const reading = { acted, involved }

export const columns = `c.id, c.number, c.type, c.community_code AS community, c.subject_id AS "raterId", c.state,
  c.waiting_for AS "waitingFor", c.due_at AS "dueAt", u.handled_by AS "handledBy", u.opened_at AS "openedAt",
  u.rectify_due AS "rectifyDue", u.stop_at AS "stopAt", u.contacted_at AS "contactedAt", u.extended_at AS "extendedAt",
  u.rectified_at AS "rectifiedAt", u.told_at AS "toldAt", u.verdict, u.verdict_at AS "verdictAt",
  u.appealed_at AS "appealedAt", u.reviewing, u.escalations, u.escalated_due AS "escalatedDue", u.named_at AS "namedAt",
  u.ended_at AS "endedAt", u.confidential, x.id AS "ratingId", x.service, x.grade, x.reasons, ${common} AS "commonReasons", x.text_shown AS text, x.text_state AS "textState",
  x.supplement_state AS "supplementState",
  x.supplement_shown AS supplement, x.supplement_at AS "supplementAt", x.case_id AS "ratedId",
  r.number AS "ratedNumber", coalesce(${rated}, '') AS "ratedTitle",
  CASE WHEN ${commonPlace} THEN ${rated} END AS "commonTitle", ${acted} AS acted, ${involved} AS involved`
export const joins = `cases c JOIN follow_ups u ON u.case_id = c.id JOIN ratings x ON x.id = u.rating_id
  JOIN cases r ON r.id = x.case_id`
const one = `SELECT ${columns} FROM ${joins} WHERE c.id = $2::uuid`

/** @param accountId of whom it is asked what they have done here */
export const followUpInside = async (
  tx: Tx,
  id: string,
  accountId: string | null,
): Promise<FollowUpRow | undefined> => (await rowsOfText(tx, followUpRow, one, accountId, id))[0]

const detailRow = z.extend(followUpRow, { events: z.array(eventLine) })

export async function findFollowUp(
  db: Db,
  id: string,
  accountId: string,
): Promise<z.output<typeof detailRow> | undefined> {
  const [row] = await db.statement(
    detailRow,
    'follow-up',
    `SELECT ${columns}, (SELECT jsonb_agg(jsonb_build_object('at', e.at, 'action', e.action, 'from', e.from_state,
         'to', e.to_state, 'side', e.side, 'actorName', e.actor_name, 'note', e.note) ORDER BY e.id)
       FROM case_events e WHERE e.case_id = c.id) AS events
     FROM ${joins} WHERE c.id = $2::uuid`,
    [accountId, id],
  )
  return row
}

export interface NewFollowUp {
  id: string
  ratingId: string
  raterId: string
  community: string
  handledBy: string
  named: boolean
  confidential: boolean
  /** Where there is nobody to call, it begins with putting right. */
  state: 'contacting' | 'rectifying'
  dueAt: Date
  at: Date
  rectifyDue: Date
  stopAt: Date
}

/** The case, its first event and its follow-up, in one statement. Its number is drawn by lot (`case_number_by_lot`). */
export async function insertFollowUp(tx: Tx, f: NewFollowUp): Promise<void> {
  await tx.$executeRaw`
    WITH spine AS MATERIALIZED (
      SELECT open_case(${f.id}::uuid, case_number_by_lot('PJ', ${f.at}::timestamptz), 'follow_up', ${f.community},
        ${f.raterId}::uuid, ${f.raterId}::uuid, 'self', NULL, ${f.state}, 'staff', ${f.dueAt}::timestamptz,
        r.title, ${f.at}::timestamptz, ${f.stopAt}::timestamptz, NULL, ${f.at}::timestamptz) AS id
      FROM ratings x JOIN cases r ON r.id = x.case_id WHERE x.id = ${f.ratingId}::uuid
    ), event AS MATERIALIZED (
      SELECT add_event(id, ${f.at}::timestamptz, 'request', NULL, ${f.state}, 'party', ${f.raterId}::uuid, NULL, NULL) AS id
      FROM spine)
    INSERT INTO follow_ups (case_id, state, rating_id, community_code, handled_by, opened_at, rectify_due, stop_at, named_at,
      confidential)
    SELECT id, ${f.state}, ${f.ratingId}::uuid, ${f.community}, ${f.handledBy}, ${f.at}::timestamptz,
      ${f.rectifyDue}::timestamptz, ${f.stopAt}::timestamptz, ${f.named ? f.at : null}::timestamptz, ${f.confidential}
    FROM event`
}

export interface NewMarks extends Marks {
  to: string
  endedAt: Date | null
}

/** What a step leaves here; the state of the case follows before the transaction ends (`follow_ups_case_state`). */
export async function writeMarks(tx: Tx, id: string, m: NewMarks): Promise<void> {
  await tx.$executeRaw`
    UPDATE follow_ups SET state = ${m.to}, handled_by = ${m.handledBy},
      contacted_at = ${m.contactedAt}::timestamptz, extended_at = ${m.extendedAt}::timestamptz,
      rectified_at = ${m.rectifiedAt}::timestamptz, told_at = ${m.toldAt}::timestamptz, verdict = ${m.verdict},
      verdict_at = ${m.verdictAt}::timestamptz, appealed_at = ${m.appealedAt}::timestamptz,
      reviewing = ${m.reviewing}, escalations = ${m.escalations}::int,
      escalated_due = ${m.escalatedDue}::timestamptz, named_at = ${m.namedAt}::timestamptz,
      ended_at = ${m.endedAt}::timestamptz
    WHERE case_id = ${id}::uuid`
}

/** The one column of a rating that a review owns. */
export async function overturnRating(tx: Tx, ratingId: string, at: Date): Promise<void> {
  await tx.$executeRaw`SELECT overturn_rating(${ratingId}::uuid, ${at}::timestamptz)`
}

export async function raterOf(db: Db, id: string): Promise<string | undefined> {
  return (await db.client.case.findUnique({ where: { id }, select: { subjectId: true } }))?.subjectId
}

/**
 * Late for staff, and nobody above was told of this due time, or of the hard stop. What a bad verdict of today has handed
 * back to staff goes up no sooner than tomorrow: the unit sees that, and would know the day's visitor by it.
 */
export const lateFollowUps = (db: Db, now: Date, today: Date, limit: number): Promise<{ id: string }[]> =>
  rowsOf(db.client, idRow)`SELECT c.id FROM cases c JOIN follow_ups u ON u.case_id = c.id
    WHERE c.type = 'follow_up' AND c.closed_at IS NULL AND c.waiting_for = 'staff'
      AND NOT (c.state = 'reviewing' AND u.reviewing = 'verdict' AND u.verdict_at >= ${today}::timestamptz)
      AND ((c.due_at < ${now}::timestamptz AND u.escalated_due IS DISTINCT FROM c.due_at)
        OR (u.stop_at < ${now}::timestamptz AND (u.escalated_due IS NULL OR u.escalated_due < u.stop_at)))
    ORDER BY c.due_at LIMIT ${limit}::int`
