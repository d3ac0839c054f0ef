/**
 * The promise: a child that is in the building stays on its carers' list until somebody has taken it, whatever becomes of
 * its place meanwhile: given back, consent refused, erased, or the programme called off (docs/product.md › After-school care).
 */
import * as z from 'zod/mini'

/** What a roll call says of a child. */
export const mark = z.enum(['present', 'absent'])

/** SQL: the enrolment `e` is a place in its programme `p`, which goes on. */
export const placed = `(p.state NOT IN ('draft', 'cancelled') AND e.state IN ('confirmed', 'completed'))`

/** SQL: the mark `r` says the contrary of another one, and nobody has decided yet. */
export const undecided = `(r.against_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM care_records x WHERE x.decides_id = r.id))`

/**
 * SQL: the latest roll call of the session `s` found the child of the enrolment `e` there, in that enrolment's name. While
 * two devices differ it counts as there.
 */
export const cameIn = `(EXISTS (SELECT FROM care_records r WHERE r.session_id = s.id AND r.child_id = e.child_id
  AND r.case_id = e.case_id AND ${undecided}) OR (SELECT r.kind = 'present' AND r.case_id = e.case_id FROM care_records r
  WHERE r.session_id = s.id AND r.child_id = e.child_id AND r.kind IN ('present', 'absent')
  ORDER BY r.at DESC, r.received_at DESC, r.id DESC LIMIT 1) IS TRUE)`

/** SQL: the child of the enrolment `e` was handed over in the session `s`. */
export const handedOver = `EXISTS (SELECT FROM care_records r WHERE r.session_id = s.id AND r.child_id = e.child_id
  AND r.kind = 'released')`

/** SQL: no place, and still in the building; of a child that has a new place in the programme, that one counts. */
const stays = `(${cameIn} AND NOT ${handedOver} AND NOT EXISTS (SELECT FROM enrolments n WHERE n.programme_id = e.programme_id
  AND n.child_id = e.child_id AND n.case_id <> e.case_id AND p.state <> 'cancelled'
  AND n.state IN ('confirmed', 'completed')))`

/** SQL: the child of the enrolment `e` is looked after in the session `s` of `p`. */
export const lookedAfter = `(${placed} OR ${stays})`

/** SQL: the session `s` of `p` has to be kept by its carers: it goes on, or a child of it is still there. */
export const kept = `(p.state NOT IN ('draft', 'cancelled') OR (p.state = 'cancelled' AND EXISTS (SELECT FROM enrolments e
  WHERE e.programme_id = p.id AND ${cameIn} AND NOT ${handedOver})))`
