-- 志愿服务队: teams of volunteers with their leaders, and what is asked of a team.
CREATE TABLE teams (
  id              uuid PRIMARY KEY,
  division_code   text COLLATE "C" NOT NULL REFERENCES divisions (code),
  kind            text NOT NULL,
  name            text NOT NULL,
  name_form       text NOT NULL,
  organisation_id uuid REFERENCES teams (id),
  state           text NOT NULL,
  created_by      uuid NOT NULL REFERENCES accounts (id),
  created_at      timestamptz NOT NULL,
  CONSTRAINT teams_kind_known CHECK (kind IN ('team', 'organisation')),
  CONSTRAINT teams_state_known CHECK (state IN ('open', 'closed')),
  CONSTRAINT teams_division_near CHECK (length(division_code) IN (9, 12)),
  CONSTRAINT teams_organisation_above CHECK (organisation_id IS NULL OR kind = 'team')
);
CREATE UNIQUE INDEX teams_name_once ON teams (division_code, name_form) WHERE state = 'open';
CREATE INDEX teams_organisation ON teams (organisation_id);
COMMENT ON TABLE teams IS 'Teams and organisations of volunteers, of a community or of a township.';
COMMENT ON COLUMN teams.name_form IS 'The name as names are compared (platform/name-form.ts).';
COMMENT ON COLUMN teams.organisation_id IS 'The organisation that a team belongs to.';
COMMENT ON INDEX teams_name_once IS 'Two teams of one division are not called the same; of two made at once, one is.';
COMMENT ON CONSTRAINT teams_kind_known ON teams IS 'A team, or an organisation that has teams.';
COMMENT ON CONSTRAINT teams_state_known ON teams IS 'It is there, or staff closed it.';
COMMENT ON CONSTRAINT teams_division_near ON teams IS 'A team is at home in a community or in a township.';
COMMENT ON CONSTRAINT teams_organisation_above ON teams IS 'An organisation belongs to none.';

CREATE TABLE team_members (
  team_id    uuid NOT NULL REFERENCES teams (id),
  case_id    uuid NOT NULL REFERENCES volunteers (case_id),
  state      text NOT NULL,
  leads      boolean NOT NULL DEFAULT false,
  asked_at   timestamptz NOT NULL,
  decided_by uuid REFERENCES accounts (id),
  decided_at timestamptz,
  named_by   uuid REFERENCES accounts (id),
  CONSTRAINT team_members_pkey PRIMARY KEY (team_id, case_id),
  CONSTRAINT team_members_state_known CHECK (state IN ('asked', 'member', 'refused')),
  CONSTRAINT team_members_decided_whole CHECK
    ((state = 'asked') = (decided_by IS NULL) AND (state = 'asked') = (decided_at IS NULL)),
  CONSTRAINT team_members_leader_member CHECK (NOT leads OR (state = 'member' AND named_by IS NOT NULL))
);
CREATE INDEX team_members_case ON team_members (case_id);
COMMENT ON TABLE team_members IS 'Who asked to join a team and who is in it, by the registration of a volunteer: whose registration is over is in none.';
COMMENT ON COLUMN team_members.leads IS 'Staff named them a leader.';
COMMENT ON CONSTRAINT team_members_pkey ON team_members IS 'Nobody twice in a team.';
COMMENT ON CONSTRAINT team_members_state_known ON team_members IS 'They asked, are in it, or heard no.';
COMMENT ON CONSTRAINT team_members_decided_whole ON team_members IS 'What was answered was answered by somebody at a time.';
COMMENT ON CONSTRAINT team_members_leader_member ON team_members IS 'A leader is a member whom staff named.';

-- Whoever is a volunteer no more is in no team from that instant, whatever ended it.
CREATE FUNCTION leave_teams() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM team_members WHERE case_id = NEW.case_id;
  RETURN NULL;
END $$;
CREATE TRIGGER volunteers_leave_teams AFTER UPDATE OF state ON volunteers FOR EACH ROW
  WHEN (NEW.state NOT IN ('asked', 'verified')) EXECUTE FUNCTION leave_teams();

-- A child is registered by a guardian and leads nobody.
CREATE FUNCTION team_leaders(team uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(v.account_id::text ORDER BY v.account_id), '{}')
  FROM team_members m JOIN teams t ON t.id = m.team_id AND t.state = 'open'
    JOIN volunteers v ON v.case_id = m.case_id AND v.state = 'verified' AND v.account_id IS NOT NULL
  WHERE m.team_id = team AND m.leads
$$;
COMMENT ON FUNCTION team_leaders IS 'Who leads a team now: of one that is closed nobody, and nobody who is a volunteer no more.';

ALTER TABLE tasks ADD COLUMN team_id uuid REFERENCES teams (id),
  ADD COLUMN team_only boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT tasks_team_only_of_team CHECK (NOT team_only OR team_id IS NOT NULL);
CREATE INDEX tasks_team ON tasks (team_id, starts_at, id);
COMMENT ON COLUMN tasks.team_id IS 'The team that is asked; its leaders organise it, but for what is for a need.';
COMMENT ON COLUMN tasks.team_only IS 'Nobody but the team sees it.';
COMMENT ON CONSTRAINT tasks_team_only_of_team ON tasks IS 'What only a team sees is asked of one.';
