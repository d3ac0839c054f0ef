/** The same for follow-ups: one of the first case's rating, waiting for its first call. */
const id = (tail: string): string => `'00000000-0000-4000-8000-${tail.padStart(12, '0')}'`
const [account, rating, followUp] = [id('a'), id('d1'), id('d2')]

const spine = (caseId: string, number: string): string =>
  `INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for, created_at)
   VALUES (${caseId}, '${number}', 'follow_up', '532301101001', ${account}, ${account}, 'self', 'contacting', 'staff', now())`

/** As they are written now, and as they were before a follow-up could be confidential. */
export const followUpRows = rowsWith(', confidential', ', false')
export const earlierFollowUpRows = rowsWith('', '')

function rowsWith(column: string, value: string): string {
  return `${spine(followUp, 'PJ-2')};
INSERT INTO follow_ups (case_id, state, rating_id, community_code, handled_by, opened_at, rectify_due, stop_at${column})
  VALUES (${followUp}, 'contacting', ${rating}, '532301101001', '53', '2026-11-24', '2026-12-01', '2026-12-15'${value});`
}

const change = (what: string): string => `UPDATE follow_ups SET ${what}`

export const followUpViolations: Record<string, string> = {
  follow_ups_case_state: `${change(`state = 'rectifying'`)}; SET CONSTRAINTS follow_ups_case_state IMMEDIATE`,
  follow_ups_state_known: change(`state = 'completed'`),
  follow_ups_rating_once: `${spine(id('d3'), 'PJ-3')};
    INSERT INTO follow_ups SELECT (jsonb_populate_record(u, jsonb_build_object('case_id', ${id('d3')}))).* FROM follow_ups u`,
  follow_ups_handler_above: change('handled_by = community_code'),
  follow_ups_in_order: change('rectify_due = opened_at'),
  follow_ups_verdict_known: change(`verdict = 'x', verdict_at = now()`),
  follow_ups_verdict_whole: change(`verdict = 'satisfied'`),
  follow_ups_reviewing_known: change(`reviewing = 'x'`),
  follow_ups_reviewed_what: change(`state = 'reviewing'`),
  follow_ups_end_by_word: change(`state = 'closed', ended_at = now()`),
  follow_ups_overturned_by_appeal: change(`state = 'overturned', ended_at = now()`),
  follow_ups_ended: change('ended_at = now()'),
}
