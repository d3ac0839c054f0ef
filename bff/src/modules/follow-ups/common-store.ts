/**
 * The promise: the unit reads of a bad grade only what five different people could have said when it was said. As SQL over
 * a rating (x) and its case (r).
 */
import { leastShown } from '@linli/contracts/common'
import { reasonsOfRefused, reasonsOfUse } from '@linli/contracts/ratings'

/** As SQL; the names are ours. */
const ofOneKind = `ARRAY['${[...reasonsOfUse, ...reasonsOfRefused].join(`', '`)}']`

/**
 * A reason that few could have given says who gave it; who was turned away above all. It is told once five different
 * people who could have given it were free to rate when it was given, and is `other` before.
 */
export const common = `(SELECT coalesce(array_agg(DISTINCT CASE WHEN CASE WHEN reason = ANY (${ofOneKind}) THEN n.alike ELSE n.all END
      >= ${leastShown} THEN reason ELSE 'other' END), '{}')
  FROM unnest(x.reasons) AS reason, (SELECT count(DISTINCT p.subject_id) AS all,
      count(DISTINCT p.subject_id) FILTER (WHERE q.refused = o.refused) AS alike
    FROM rating_rights o, rating_rights q JOIN cases p ON p.id = q.case_id
    WHERE o.case_id = x.case_id AND q.community_code = x.community_code AND q.service = x.service AND q.finished_at <= x.rated_at
      AND q.rate_until >= x.rated_at) AS n)`

/** What the case was about that was rated. */
export const rated = 'r.title'

/** Of one room or one programme alone, and turned away or served like this one: were there five? */
export const commonPlace = `(SELECT count(DISTINCT p.subject_id) FROM rating_rights q JOIN cases p ON p.id = q.case_id
    LEFT JOIN bookings b ON b.case_id = p.id LEFT JOIN enrolments e ON e.case_id = p.id
  WHERE q.community_code = x.community_code AND q.service = x.service AND q.finished_at <= x.rated_at
    AND q.rate_until >= x.rated_at AND q.refused = (SELECT o.refused FROM rating_rights o WHERE o.case_id = x.case_id)
    AND (b.room_id = (SELECT n.room_id FROM bookings n WHERE n.case_id = x.case_id)
      OR e.programme_id = (SELECT n.programme_id FROM enrolments n WHERE n.case_id = x.case_id))) >= ${leastShown}`
