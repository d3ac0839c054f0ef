/** What the clock looks for: children nobody has seen, and children nobody has picked up. */
import { careRecordKind } from '@linli/contracts/care'
import * as z from 'zod/mini'
import type { Db, Tx } from '../../platform/db'
import { idRow, rowsOfText } from '../../platform/rows'
import { cameIn, handedOver, lookedAfter, placed } from './presence-store'

const watchedRow = z.strictObject({
  sessionId: z.string(),
  programmeId: z.string(),
  community: z.string(),
  /** Day of the session in Shanghai. */
  day: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  caseId: z.string(),
  childId: z.string(),
})
export type Watched = z.output<typeof watchedRow>

const watched = `s.id AS "sessionId", p.id AS "programmeId", p.community_code AS community, s.day::text AS day,
  s.starts_at AS "startsAt", s.ends_at AS "endsAt", e.case_id AS "caseId", e.child_id AS "childId"`
const sessions =
  'care_sessions s JOIN programmes p ON p.id = s.programme_id JOIN enrolments e ON e.programme_id = p.id'
const said = (kinds: string): string => `EXISTS (SELECT FROM care_records r WHERE r.session_id = s.id
  AND r.child_id = e.child_id AND r.kind IN (${kinds}))`
/** Whatever was once written of the child, or of its absence before, says where it is. */
const unseen = `${placed} AND NOT ${said(`'present', 'absent', 'released', 'missing'`)}
  AND NOT EXISTS (SELECT FROM care_absences a WHERE a.session_id = s.id AND a.child_id = e.child_id)`
const stillThere = `${lookedAfter} AND ${cameIn} AND NOT ${handedOver}`

/** Between two instants of a session's start. */
export const unseenChildren = (db: Db, from: Date, to: Date): Promise<Watched[]> =>
  db.statement(
    watchedRow,
    'care-unseen',
    `SELECT ${watched} FROM ${sessions} WHERE s.starts_at > $1::timestamptz AND s.starts_at <= $2::timestamptz
       AND s.ends_at > $1 AND ${unseen} ORDER BY s.starts_at, s.id, e.case_id LIMIT 2000`,
    [from, to],
  )

const lateRow = z.extend(watchedRow, {
  /** The steps of the ladder that were told already. */
  said: z.array(careRecordKind),
})
export type Late = z.output<typeof lateRow>

/** Between two instants of a session's end. */
export const lateChildren = (db: Db, from: Date, to: Date): Promise<Late[]> =>
  db.statement(
    lateRow,
    'care-late',
    `SELECT ${watched}, ARRAY(SELECT r.kind FROM care_records r WHERE r.session_id = s.id AND r.child_id = e.child_id
         AND r.by_id IS NULL) AS said
     FROM ${sessions} WHERE s.ends_at > $1::timestamptz AND s.ends_at <= $2::timestamptz AND ${stillThere}
       AND NOT ${said(`'late_60'`)} ORDER BY s.ends_at, s.id, e.case_id LIMIT 2000`,
    [from, to],
  )

/** Asked again inside the transaction that says so. */
export const isStill = async (tx: Tx, which: 'unseen' | 'late', w: Watched): Promise<boolean> => {
  const rows = await rowsOfText(
    tx,
    idRow,
    `SELECT s.id FROM ${sessions} WHERE s.id = $1::uuid AND e.case_id = $2::uuid AND ${which === 'unseen' ? unseen : stillThere}`,
    w.sessionId,
    w.caseId,
  )
  return rows.length === 1
}
