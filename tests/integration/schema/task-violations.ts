/** The same for tasks and signups. */
const a = `'00000000-0000-4000-8000-00000000000a'`
const task = `'00000000-0000-4000-8000-000000001001'`
const later = `'00000000-0000-4000-8000-000000001002'`
const one = `'00000000-0000-4000-8000-000000001011'`
const two = `'00000000-0000-4000-8000-000000001012'`
const gone = `'00000000-0000-4000-8000-000000001013'`

const taskRow = (id: string, from: string): string => `
INSERT INTO tasks (id, community_code, state, kind, title, place, at_home, starts_at, ends_at, places, adults_only, two_people,
    opens_to_all, series_id, created_by, created_at)
  VALUES (${id}, '532301101001', 'open', 'event', 't', 'p', false, '2026-11-25 ${from}:00Z',
    '2026-11-25 ${from}:00Z'::timestamptz + interval '2 hours', 2, false, false, now(), ${id}, ${a}, now());`

const signupRow = (id: string, number: string, state: string, taskId: string, from: string): string => `
INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for, created_at)
  VALUES (${id}, '${number}', 'signup', '532301101001', ${a}, ${a}, 'self', '${state}', 'nobody', now());
INSERT INTO signups (case_id, state, task_id, party_id, starts_at, ends_at)
  VALUES (${id}, '${state}', ${taskId}, ${a}, '2026-11-25 ${from}:00Z', '2026-11-25 ${from}:00Z'::timestamptz + interval '2 hours');`

export const taskTables = `${taskRow(task, '06')}${taskRow(later, '07')}
${signupRow(one, 'RW-1', 'confirmed', task, '06')}${signupRow(two, 'RW-2', 'waiting', later, '07')}
${signupRow(gone, 'RW-3', 'cancelled', task, '06')}
INSERT INTO lines (id, kind, community_code, task_id, created_at)
  VALUES ('00000000-0000-4000-8000-000000001021', 'task', '532301101001', ${task}, now());
INSERT INTO attendances (case_id, way, at, source, recorded_by, recorded_at) VALUES (${one}, 'in', now(), 'list', ${a}, now());`

const set = (what: string): string => `UPDATE tasks SET ${what} WHERE id = ${later}`
const attendance = (way: string, source: string): string =>
  `INSERT INTO attendances (case_id, way, at, source, recorded_by, recorded_at)
    VALUES (${one}, '${way}', now(), '${source}', ${a}, now())`
const hours = (halves: number, proposed: number): string =>
  `INSERT INTO signup_hours (case_id, halves, proposed, said_by, badge, at)
    VALUES (${one}, ${halves}, ${proposed}, ${a}, 'b', now())`

export const taskViolations: Record<string, string> = {
  tasks_state_known: set(`state = 'full'`),
  tasks_kind_known: set(`kind = 'money'`),
  tasks_skill_known: set(`skill = 'money'`),
  tasks_paper_known: set(`paper = 'diploma'`),
  tasks_place_one: set(`place = NULL`),
  tasks_time: `UPDATE tasks SET ends_at = starts_at - interval '1 hour' WHERE id = ${later}`,
  tasks_places: set(`places = 501`),
  tasks_taken_within: set('taken = places + 1'),
  tasks_two_people_fit: set('two_people = true'),
  tasks_home_for_adults: set(
    `at_home = true, place = NULL, need_id = '00000000-0000-4000-8000-000000000e01'`,
  ),
  tasks_home_of_two: set(
    `at_home = true, place = NULL, adults_only = true, home_needs_two = true, need_id = '00000000-0000-4000-8000-000000000e01'`,
  ),
  tasks_home_of_need: set(`at_home = true, place = NULL, adults_only = true`),
  signups_case_state: `UPDATE signups SET state = 'lapsed' WHERE case_id = ${one}`,
  signups_task_time: `UPDATE signups SET ends_at = ends_at + interval '1 minute' WHERE case_id = ${one}`,
  signups_no_overlap: `UPDATE cases SET state = 'held' WHERE id = ${two}`,
  signups_once: `UPDATE cases SET state = 'waiting' WHERE id = ${gone}`,
  attendances_pkey: attendance('in', 'list'),
  attendances_way_known: attendance('through', 'list'),
  attendances_source_known: attendance('out', 'guess'),
  signup_hours_within: hours(25, 1),
  signup_hours_proposed_within: hours(1, 25),
  lines_task_once: `INSERT INTO lines (id, kind, community_code, task_id, created_at)
    VALUES ('00000000-0000-4000-8000-000000001022', 'task', '532301101001', ${task}, now())`,
}
