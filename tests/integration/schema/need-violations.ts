/** The same for needs. */
const a = `'00000000-0000-4000-8000-00000000000a'`
const one = `'00000000-0000-4000-8000-000000000e01'`

export const needTables = `
INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for, created_at)
  VALUES (${one}, 'QZ-1', 'need', '532301101001', ${a}, ${a}, 'self', 'open', 'staff', now());
INSERT INTO needs (case_id, help, part) VALUES (${one}, 'meal', 'any');`

const set = (what: string): string => `UPDATE needs SET ${what}`

export const needViolations: Record<string, string> = {
  needs_arranged_whole: set(`comes_at = now()`),
  needs_help_known: set(`help = 'money'`),
  needs_part_known: set(`part = 'midnight'`),
}
