/** The same for teams; the volunteer is that of `volunteer-violations.ts`, the task that of `task-violations.ts`. */
const a = `'00000000-0000-4000-8000-00000000000a'`
const volunteer = `'00000000-0000-4000-8000-000000000f01'`
const task = `'00000000-0000-4000-8000-000000001002'`
const team = `'00000000-0000-4000-8000-000000000f11'`
const above = `'00000000-0000-4000-8000-000000000f12'`
const other = `'00000000-0000-4000-8000-000000000f13'`

const teamRow = (id: string, kind: string, form: string): string => `
INSERT INTO teams (id, division_code, kind, name, name_form, state, created_by, created_at)
  VALUES (${id}, '532301101001', '${kind}', 't', '${form}', 'open', ${a}, now())`
const member = `
INSERT INTO team_members (team_id, case_id, state, asked_at) VALUES (${team}, ${volunteer}, 'asked', now())`

const roster = `'00000000-0000-4000-8000-000000000f21'`
const rosterLine = (id: string): string => `
INSERT INTO roster_lines (id, import_id, name_enc, phone_enc, phone_hash, skills)
  VALUES ('00000000-0000-4000-8000-000000000f${id}', ${roster}, 'n', 'p', 'h', '{meal}')`

export const teamTables = `
INSERT INTO roster_imports (id, division_code, lines, reports, created_by, created_at, kept_until)
  VALUES (${roster}, '532301101001', 1, '[]', ${a}, now(), now());${rosterLine('22')};${teamRow(team, 'team', 't')};${teamRow(above, 'organisation', 'o')};${member};`

const set = (what: string): string => `UPDATE teams SET ${what} WHERE id = ${above}`
const setMember = (what: string): string => `UPDATE team_members SET ${what}`

export const teamViolations: Record<string, string> = {
  teams_kind_known: set(`kind = 'army'`),
  teams_state_known: set(`state = 'asleep'`),
  teams_division_near: set(`division_code = '532301'`),
  teams_organisation_above: set(`organisation_id = ${team}`),
  teams_name_once: teamRow(other, 'team', 't'),
  roster_imports_lines: `UPDATE roster_imports SET lines = 5001`,
  roster_imports_kept: `UPDATE roster_imports SET kept_until = created_at + interval '182 days'`,
  roster_lines_phone_once: rosterLine('23'),
  roster_lines_skills_known: `UPDATE roster_lines SET skills = '{money}'`,
  team_members_pkey: member,
  team_members_state_known: setMember(`state = 'guest', decided_by = ${a}, decided_at = now()`),
  team_members_decided_whole: setMember(`state = 'member'`),
  team_members_leader_member: setMember(`leads = true`),
  tasks_team_only_of_team: `UPDATE tasks SET team_only = true WHERE id = ${task}`,
}
