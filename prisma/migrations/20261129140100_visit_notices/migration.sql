-- What is told of visits to older people leads to a list or to counts: it names nobody and is no case.
ALTER TABLE notices DROP CONSTRAINT notices_about_something,
  ADD CONSTRAINT notices_about_something CHECK
    (case_id IS NOT NULL OR child_id IS NOT NULL OR kind = 'case_visit' OR starts_with(kind, 'visit_'));
COMMENT ON CONSTRAINT notices_about_something ON notices IS
  'A notice leads to a case or to a child, or to a list of whom to bring word to or to visit.';
