-- Tasks that staff propose to somebody, homes to which two go, and the first promise to a need.
CREATE TABLE task_proposals (
  task_id     uuid NOT NULL REFERENCES tasks (id),
  party_id    uuid NOT NULL REFERENCES accounts (id),
  proposed_by uuid NOT NULL REFERENCES accounts (id),
  proposed_at timestamptz NOT NULL,
  declined_at timestamptz,
  CONSTRAINT task_proposals_pkey PRIMARY KEY (task_id, party_id)
);
CREATE INDEX task_proposals_party ON task_proposals (party_id, proposed_at);
COMMENT ON TABLE task_proposals IS 'Whom staff asked whether they would like to do a task; it reserves no place.';
COMMENT ON COLUMN task_proposals.party_id IS 'A grown-up volunteer; of children nobody asks.';
COMMENT ON COLUMN task_proposals.declined_at IS 'They said not this time: nobody else reads it, and nothing follows from it.';
COMMENT ON CONSTRAINT task_proposals_pkey ON task_proposals IS 'Nobody is asked twice for one task, ever.';

ALTER TABLE volunteers ADD COLUMN no_proposals boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN volunteers.no_proposals IS 'They want to be asked for no task: they look for one themselves.';

ALTER TABLE tasks ADD COLUMN home_needs_two boolean NOT NULL DEFAULT false;
UPDATE tasks SET home_needs_two = true WHERE at_home AND two_people;
ALTER TABLE tasks ADD CONSTRAINT tasks_home_of_two CHECK (NOT (at_home AND home_needs_two) OR two_people);
COMMENT ON COLUMN tasks.home_needs_two IS 'In that home an old person lives alone, or a child is looked after: staff were asked, or the register of visits says so.';
COMMENT ON CONSTRAINT tasks_home_of_two ON tasks IS 'Two people go to a child or an old person alone (docs/product.md, Volunteers).';

ALTER TABLE needs ADD COLUMN promised_at timestamptz, ADD COLUMN promised_escalated_at timestamptz;
COMMENT ON COLUMN needs.promised_at IS 'Before volunteers took it: by when an answer was due. Given back, it is due by then and no later.';
COMMENT ON COLUMN needs.promised_escalated_at IS 'And when the level above had heard that nobody answered.';

-- What staff ask of a volunteer leads to the list of tasks, where it stands first: there is no case yet.
ALTER TABLE notices DROP CONSTRAINT notices_about_something,
  ADD CONSTRAINT notices_about_something CHECK (case_id IS NOT NULL OR child_id IS NOT NULL OR kind = 'case_visit'
    OR kind = 'task_proposed' OR starts_with(kind, 'visit_'));
COMMENT ON CONSTRAINT notices_about_something ON notices IS
  'A notice leads to a case or to a child, or to a list: whom to bring word to or to visit, or what somebody is asked to do.';
