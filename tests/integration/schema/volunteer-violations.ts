/** The same for volunteers. */
const a = `'00000000-0000-4000-8000-00000000000a'`
const one = `'00000000-0000-4000-8000-000000000f01'`
const two = `'00000000-0000-4000-8000-000000000f02'`
const paper = `'00000000-0000-4000-8000-000000000f03'`

const added = (id: string, number: string, state: string): string => `
INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for, created_at)
  VALUES (${id}, '${number}', 'volunteer', '532301101001', ${a}, ${a}, 'self', '${state}', 'nobody', now());
INSERT INTO volunteers (case_id, state, account_id, skills, times, reach, rules_version)
  VALUES (${id}, '${state}', ${a}, '{meal}', '{wed_morning}', 'township', 1);`

const paperRow = (id: string): string =>
  `INSERT INTO volunteer_papers (id, case_id, kind, valid_until, added_by, added_at)
    VALUES (${id}, ${one}, 'driving', '2027-01-01', ${a}, now())`

export const volunteerTables = `${added(one, 'ZY-1', 'verified')}${added(two, 'ZY-2', 'left')}${paperRow(paper)};`

const set = (what: string): string => `UPDATE volunteers SET ${what} WHERE case_id = ${one}`
const setPaper = (what: string): string => `UPDATE volunteer_papers SET ${what}`

export const volunteerViolations: Record<string, string> = {
  volunteers_case_state: set(`state = 'asked'`),
  volunteers_one_party: set(`account_id = NULL`),
  volunteers_skills_known: set(`skills = '{money}'`),
  volunteers_times_known: set(`times = '{wed_midnight}'`),
  volunteers_reach_known: set(`reach = 'world'`),
  volunteers_open_whole: set(`times = '{}'`),
  volunteers_open_once: `UPDATE cases SET state = 'asked' WHERE id = ${two}`,
  volunteer_papers_kind_known: setPaper(`kind = 'diploma'`),
  volunteer_papers_revoked_whole: setPaper(`revoked_at = now()`),
  volunteer_papers_told_known: setPaper(`told_days = 3`),
  volunteer_papers_kind_once: paperRow(two),
}
