-- 探访: the register of elders, who is on the roster of a month, and every visit.

-- ── The register ──────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE visit_elders (
  id             uuid PRIMARY KEY,
  community_code text NOT NULL REFERENCES divisions (code),
  household_id   uuid NOT NULL,
  kind           text NOT NULL,
  name_enc       text,
  phone_enc      text,
  address_enc    text,
  emergency_enc  text,
  account_id     uuid REFERENCES accounts (id),
  visitor_id     uuid REFERENCES accounts (id),
  state          text NOT NULL DEFAULT 'active',
  since          date NOT NULL,
  refused_until  date,
  listed_on      date NOT NULL,
  created_by     uuid NOT NULL REFERENCES accounts (id),
  created_at     timestamptz NOT NULL,
  CONSTRAINT visit_elders_kind_known CHECK (kind IN ('hardship', 'alone', 'empty_nest', 'disabled', 'other')),
  CONSTRAINT visit_elders_state_known CHECK (state IN ('active', 'refused', 'moved', 'died')),
  CONSTRAINT visit_elders_refused_until CHECK ((state = 'refused') = (refused_until IS NOT NULL)),
  CONSTRAINT visit_elders_named CHECK (name_enc IS NOT NULL OR state IN ('moved', 'died'))
);
CREATE INDEX visit_elders_community ON visit_elders (community_code);
CREATE INDEX visit_elders_household ON visit_elders (household_id);
CREATE INDEX visit_elders_visitor ON visit_elders (visitor_id) WHERE visitor_id IS NOT NULL;
CREATE INDEX visit_elders_account ON visit_elders (account_id) WHERE account_id IS NOT NULL;
COMMENT ON TABLE visit_elders IS 'Older people whom somebody sees every month.';
COMMENT ON COLUMN visit_elders.household_id IS 'Whoever lives together has the same one: one way leads to all of them.';
COMMENT ON COLUMN visit_elders.name_enc IS 'Tag contact, as phone, address and emergency: whom to call.';
COMMENT ON COLUMN visit_elders.account_id IS 'Their own account, where they have one.';
COMMENT ON COLUMN visit_elders.visitor_id IS 'Who visits; null: nobody yet.';
COMMENT ON COLUMN visit_elders.since IS 'The day from which the state is true, in Shanghai.';
COMMENT ON COLUMN visit_elders.listed_on IS 'The day from which they stand on rosters.';
COMMENT ON CONSTRAINT visit_elders_kind_known ON visit_elders IS 'The kinds of visits.ts.';
COMMENT ON CONSTRAINT visit_elders_state_known ON visit_elders IS 'Who moved away or died stands on no roster from that day on.';
COMMENT ON CONSTRAINT visit_elders_refused_until ON visit_elders IS 'Nobody refuses for ever: then they are asked again.';
COMMENT ON CONSTRAINT visit_elders_named ON visit_elders IS 'The name goes after its term, and only of who is no longer visited.';

CREATE TABLE visit_covers (
  id             uuid PRIMARY KEY,
  community_code text NOT NULL REFERENCES divisions (code),
  visitor_id     uuid NOT NULL REFERENCES accounts (id),
  cover_id       uuid NOT NULL REFERENCES accounts (id),
  from_day       date NOT NULL,
  to_day         date NOT NULL,
  created_by     uuid NOT NULL REFERENCES accounts (id),
  created_at     timestamptz NOT NULL,
  ended_at       timestamptz,
  CONSTRAINT visit_covers_days CHECK (from_day <= to_day)
);
CREATE UNIQUE INDEX visit_covers_open_once ON visit_covers (community_code, visitor_id) WHERE ended_at IS NULL;
CREATE INDEX visit_covers_cover ON visit_covers (cover_id) WHERE ended_at IS NULL;
COMMENT ON TABLE visit_covers IS 'Who visits in the place of a visitor who is away.';
COMMENT ON CONSTRAINT visit_covers_days ON visit_covers IS 'From a day to the same or a later one.';
COMMENT ON INDEX visit_covers_open_once IS 'A later one takes the place of the earlier.';

-- ── Months ────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE visit_months (
  community_code text NOT NULL REFERENCES divisions (code),
  month          text NOT NULL,
  taken_at       timestamptz NOT NULL,
  frozen_at      timestamptz,
  listed         integer,
  seen           integer,
  hospital       integer,
  refused        integer,
  unseen         integer,
  gone           integer,
  PRIMARY KEY (community_code, month),
  CONSTRAINT visit_months_month_shaped CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  CONSTRAINT visit_months_frozen_whole CHECK
    (num_nonnulls(frozen_at, listed, seen, hospital, refused, unseen, gone) IN (0, 7)),
  CONSTRAINT visit_months_nobody_lost CHECK (listed = seen + hospital + refused + unseen)
);
CREATE INDEX visit_months_open ON visit_months (month) WHERE frozen_at IS NULL;
CREATE TRIGGER visit_months_frozen_once BEFORE UPDATE OR DELETE ON visit_months FOR EACH ROW
  EXECUTE FUNCTION decided_once('frozen_at', '{frozen_at,listed,seen,hospital,refused,unseen,gone}', '{}', '{}', '{}');
CREATE TRIGGER visit_months_no_truncate BEFORE TRUNCATE ON visit_months
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE visit_months IS 'A month of a community: its roster was taken, and at its end its figures were frozen, once.';
COMMENT ON CONSTRAINT visit_months_month_shaped ON visit_months IS 'A month in Shanghai, 2026-11.';
COMMENT ON CONSTRAINT visit_months_frozen_whole ON visit_months IS 'All figures are frozen at once.';
COMMENT ON CONSTRAINT visit_months_nobody_lost ON visit_months IS 'Everybody on the roster is in one of four groups.';

CREATE TABLE visit_roster (
  community_code text NOT NULL,
  month          text NOT NULL,
  elder_id       uuid NOT NULL REFERENCES visit_elders (id),
  joined_on      date NOT NULL,
  left_on        date,
  PRIMARY KEY (month, elder_id),
  FOREIGN KEY (community_code, month) REFERENCES visit_months (community_code, month),
  CONSTRAINT visit_roster_left_later CHECK (left_on >= joined_on)
);
CREATE INDEX visit_roster_community ON visit_roster (community_code, month);
CREATE INDEX visit_roster_elder ON visit_roster (elder_id);
COMMENT ON TABLE visit_roster IS 'Who is to be seen in a month.';
COMMENT ON COLUMN visit_roster.left_on IS 'The day from which they are not: they moved away or died.';
COMMENT ON CONSTRAINT visit_roster_left_later ON visit_roster IS 'Nobody leaves before they joined.';

CREATE TABLE visit_tellings (
  community_code text NOT NULL,
  month          text NOT NULL,
  step           integer NOT NULL,
  at             timestamptz NOT NULL,
  PRIMARY KEY (community_code, month, step),
  FOREIGN KEY (community_code, month) REFERENCES visit_months (community_code, month),
  CONSTRAINT visit_tellings_step_known CHECK (step BETWEEN 1 AND 3)
);
COMMENT ON TABLE visit_tellings IS 'That those who are not yet seen were told of, step by step: visitors and staff, the township, the county.';
COMMENT ON CONSTRAINT visit_tellings_step_known ON visit_tellings IS 'There are three steps.';

-- ── Visits ────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE visits (
  id          uuid PRIMARY KEY,
  elder_id    uuid NOT NULL REFERENCES visit_elders (id),
  month       text NOT NULL,
  visitor_id  uuid NOT NULL REFERENCES accounts (id),
  by_name     text NOT NULL,
  at          timestamptz NOT NULL,
  way         text NOT NULL,
  outcome     text NOT NULL,
  recorded_at timestamptz NOT NULL,
  late        boolean NOT NULL,
  corrects_id uuid REFERENCES visits (id),
  CONSTRAINT visits_way_known CHECK (way IN ('home', 'phone', 'video')),
  CONSTRAINT visits_outcome_known CHECK
    (outcome IN ('met', 'talked', 'not_home', 'hospital', 'refused', 'moved', 'died', 'mistake')),
  CONSTRAINT visits_met_at_home CHECK (outcome <> 'met' OR way = 'home'),
  CONSTRAINT visits_mistake_corrects CHECK (outcome <> 'mistake' OR corrects_id IS NOT NULL),
  CONSTRAINT visits_corrects_other CHECK (corrects_id <> id)
);
CREATE UNIQUE INDEX visits_corrected_once ON visits (corrects_id) WHERE corrects_id IS NOT NULL;
CREATE INDEX visits_elder ON visits (elder_id, month);
CREATE TRIGGER visits_append_only BEFORE UPDATE OR DELETE ON visits FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER visits_no_truncate BEFORE TRUNCATE ON visits FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE ON visits FROM linli_service;
COMMENT ON TABLE visits IS 'Every visit, as it was recorded: only added to; the device gives the id, so that it is kept once.';
COMMENT ON COLUMN visits.month IS 'Of its instant, in Shanghai.';
COMMENT ON COLUMN visits.late IS 'Recorded when the figures of its month were frozen, or ought to have been.';
COMMENT ON COLUMN visits.corrects_id IS 'The row that this one takes the place of.';
COMMENT ON CONSTRAINT visits_way_known ON visits IS 'The ways of visits.ts.';
COMMENT ON CONSTRAINT visits_outcome_known ON visits IS 'The outcomes of visits.ts, and that there was none.';
COMMENT ON CONSTRAINT visits_met_at_home ON visits IS 'By telephone and video somebody is talked to.';
COMMENT ON CONSTRAINT visits_mistake_corrects ON visits IS 'Only what was recorded was a mistake.';
COMMENT ON CONSTRAINT visits_corrects_other ON visits IS 'Nothing corrects itself.';
COMMENT ON INDEX visits_corrected_once IS 'What was corrected is corrected again by correcting the correction.';

CREATE TABLE visit_notes (
  visit_id uuid PRIMARY KEY REFERENCES visits (id),
  note_enc text NOT NULL
);
COMMENT ON TABLE visit_notes IS 'What was written of a visit: apart from it, so that it can go while the visit stays.';
COMMENT ON COLUMN visit_notes.note_enc IS 'Tag health.';

-- ── The family ────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE visit_family (
  id          uuid PRIMARY KEY,
  elder_id    uuid NOT NULL REFERENCES visit_elders (id),
  relation    text NOT NULL,
  phone_enc   text,
  phone_hash  bytea,
  asked_by    uuid NOT NULL REFERENCES accounts (id),
  asked_at    timestamptz NOT NULL,
  account_id  uuid REFERENCES accounts (id),
  agreed_at   timestamptz,
  ended_at    timestamptz,
  ended_how   text,
  CONSTRAINT visit_family_relation_known CHECK (relation IN ('child', 'spouse', 'grandchild', 'sibling', 'other')),
  CONSTRAINT visit_family_agreed_whole CHECK (num_nonnulls(account_id, agreed_at) IN (0, 2)),
  CONSTRAINT visit_family_ended_how CHECK ((ended_at IS NULL) = (ended_how IS NULL)),
  CONSTRAINT visit_family_ended_known CHECK (ended_how IN ('declined', 'family', 'staff')),
  CONSTRAINT visit_family_number_goes CHECK ((ended_at IS NULL) = (phone_enc IS NOT NULL AND phone_hash IS NOT NULL))
);
CREATE UNIQUE INDEX visit_family_open_once ON visit_family (elder_id, phone_hash) WHERE ended_at IS NULL;
CREATE INDEX visit_family_phone ON visit_family (phone_hash) WHERE ended_at IS NULL;
CREATE INDEX visit_family_elder ON visit_family (elder_id);
CREATE INDEX visit_family_account ON visit_family (account_id) WHERE ended_at IS NULL;
COMMENT ON TABLE visit_family IS 'Who of the family is asked to be told of visits, and has agreed.';
COMMENT ON COLUMN visit_family.phone_enc IS 'Tag contact: the number that staff wrote down; until it is ended.';
COMMENT ON CONSTRAINT visit_family_relation_known ON visit_family IS 'The relations of visit-family.ts.';
COMMENT ON CONSTRAINT visit_family_agreed_whole ON visit_family IS 'Whoever agreed did so with an account, at some time.';
COMMENT ON CONSTRAINT visit_family_ended_how ON visit_family IS 'What ended, ended in some way.';
COMMENT ON CONSTRAINT visit_family_ended_known ON visit_family IS 'They said no, or no longer; or staff took it back.';
COMMENT ON CONSTRAINT visit_family_number_goes ON visit_family IS 'The number goes when it is over.';
COMMENT ON INDEX visit_family_open_once IS 'One number is asked once of one elder.';

-- ── Records of what was read ──────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE access_records ADD COLUMN elder_id uuid REFERENCES visit_elders (id);
ALTER TABLE access_records DROP CONSTRAINT access_records_about_one, DROP CONSTRAINT access_records_justified,
  ADD CONSTRAINT access_records_about_one CHECK
    (num_nonnulls(subject_id, child_id) = 1 OR (elder_id IS NOT NULL AND child_id IS NULL)),
  ADD CONSTRAINT access_records_justified CHECK (case_id IS NOT NULL OR child_id IS NOT NULL OR feedback_id IS NOT NULL
    OR elder_id IS NOT NULL OR subject_id = reader_id);
CREATE INDEX access_records_elder ON access_records (elder_id, at DESC) WHERE elder_id IS NOT NULL;
COMMENT ON COLUMN access_records.elder_id IS 'The elder who is visited; with their account as the subject, where they have one.';
COMMENT ON CONSTRAINT access_records_about_one ON access_records IS 'It is about one person: an account, a child, or an elder of the register.';
COMMENT ON CONSTRAINT access_records_justified ON access_records IS
  'Contact is read for a case, for a visit, or for a call back that was asked for; a child''s papers are read to verify its guardian.';
