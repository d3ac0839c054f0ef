/** The same for needs. */
const a = `'00000000-0000-4000-8000-00000000000a'`
const one = `'00000000-0000-4000-8000-000000000e01'`

export const needTables = `
INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for, created_at)
  VALUES (${one}, 'QZ-1', 'need', '532301101001', ${a}, ${a}, 'self', 'open', 'staff', now());
INSERT INTO needs (case_id, help, part, came_by) VALUES (${one}, 'meal', 'any', 'self');`

const set = (what: string): string => `UPDATE needs SET ${what}`

export const needViolations: Record<string, string> = {
  needs_arranged_whole: set(`comes_at = now()`),
  needs_came_by_known: set(`came_by = 'rumour'`),
  needs_relation_known: set(`came_by = 'family', relation = 'boss'`),
  needs_relation_of_family: set(`relation = 'parent'`),
  needs_person_of_others: set(`person_enc = 'x'`),
  needs_elder_of_visit: set(`elder_id = gen_random_uuid()`),
  needs_help_known: set(`help = 'money'`),
  needs_part_known: set(`part = 'midnight'`),
}
