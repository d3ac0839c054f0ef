-- Leaders hear that somebody asks to join: of a team, which is no case.
ALTER TABLE notices DROP CONSTRAINT notices_about_something,
  ADD CONSTRAINT notices_about_something CHECK (case_id IS NOT NULL OR child_id IS NOT NULL OR kind = 'case_visit'
    OR starts_with(kind, 'visit_') OR kind IN ('task_proposed', 'team_asked'));
COMMENT ON CONSTRAINT notices_about_something ON notices IS
  'A notice leads to a case or to a child, or to a page of one''s own: visits, tasks that somebody is asked for, teams.';
