-- 志愿者登记: who gives a hand, what they can do and when; and the papers that staff have seen.
CREATE TABLE volunteers (
  case_id       uuid PRIMARY KEY,
  state         text NOT NULL,
  account_id    uuid REFERENCES accounts (id),
  child_id      uuid REFERENCES children (id),
  party_id      uuid GENERATED ALWAYS AS (coalesce(child_id, account_id)) STORED,
  skills        text[] NOT NULL,
  times         text[] NOT NULL,
  reach         text NOT NULL,
  rules_version integer NOT NULL,
  CONSTRAINT volunteers_case_state FOREIGN KEY (case_id, state) REFERENCES cases (id, state) ON UPDATE CASCADE,
  CONSTRAINT volunteers_one_party CHECK (num_nonnulls(account_id, child_id) = 1),
  CONSTRAINT volunteers_skills_known CHECK (skills <@
    ARRAY['meal', 'cleaning', 'medical', 'mobility', 'company', 'tutoring', 'event', 'repair', 'digital', 'first_aid']),
  CONSTRAINT volunteers_times_known CHECK (times <@ ARRAY['mon_morning', 'mon_afternoon',
    'mon_evening', 'tue_morning', 'tue_afternoon', 'tue_evening', 'wed_morning', 'wed_afternoon', 'wed_evening',
    'thu_morning', 'thu_afternoon', 'thu_evening', 'fri_morning', 'fri_afternoon', 'fri_evening', 'sat_morning',
    'sat_afternoon', 'sat_evening', 'sun_morning', 'sun_afternoon', 'sun_evening']),
  CONSTRAINT volunteers_reach_known CHECK (reach IN ('community', 'township', 'county')),
  CONSTRAINT volunteers_open_whole CHECK
    (state NOT IN ('asked', 'verified') OR (cardinality(skills) > 0 AND cardinality(times) > 0))
);
COMMENT ON TABLE volunteers IS 'What a volunteer can do and when, beside the row of the case that is their registration.';
COMMENT ON COLUMN volunteers.party_id IS 'Who volunteers: the account, or the child whom a guardian registered.';
COMMENT ON COLUMN volunteers.times IS 'Parts of a week, e.g. wed_afternoon, in Shanghai.';
COMMENT ON COLUMN volunteers.rules_version IS 'Of the rules that whoever registers, or the guardian, read and agreed to.';
COMMENT ON CONSTRAINT volunteers_case_state ON volunteers IS 'The state is that of the case.';
COMMENT ON CONSTRAINT volunteers_one_party ON volunteers IS 'Somebody volunteers themselves, or a child does.';
COMMENT ON CONSTRAINT volunteers_skills_known ON volunteers IS 'The things that can be done.';
COMMENT ON CONSTRAINT volunteers_times_known ON volunteers IS 'The parts of a week that there are.';
COMMENT ON CONSTRAINT volunteers_reach_known ON volunteers IS 'How far somebody goes: by divisions.';
COMMENT ON CONSTRAINT volunteers_open_whole ON volunteers IS 'Whoever volunteers can do something at some time; of what is over nothing is kept.';

CREATE UNIQUE INDEX volunteers_open_once ON volunteers (party_id) WHERE state IN ('asked', 'verified');
COMMENT ON INDEX volunteers_open_once IS 'Of two registrations of one person at once, one is made.';
CREATE INDEX volunteers_account ON volunteers (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX volunteers_child ON volunteers (child_id) WHERE child_id IS NOT NULL;

CREATE TABLE volunteer_papers (
  id            uuid PRIMARY KEY,
  case_id       uuid NOT NULL REFERENCES volunteers (case_id),
  kind          text NOT NULL,
  valid_until   date NOT NULL,
  added_by      uuid NOT NULL REFERENCES accounts (id),
  added_at      timestamptz NOT NULL,
  revoked_by    uuid REFERENCES accounts (id),
  revoked_at    timestamptz,
  told_days     integer,
  CONSTRAINT volunteer_papers_kind_known CHECK (kind IN ('first_aid', 'vetting', 'driving', 'health', 'teaching')),
  CONSTRAINT volunteer_papers_revoked_whole CHECK (num_nonnulls(revoked_by, revoked_at) IN (0, 2)),
  CONSTRAINT volunteer_papers_told_known CHECK (told_days IN (30, 7, 0))
);
COMMENT ON TABLE volunteer_papers IS 'Papers of a volunteer that staff have seen: which, and until when. No copy is kept.';
COMMENT ON COLUMN volunteer_papers.valid_until IS 'The last day on which it counts, in Shanghai.';
COMMENT ON COLUMN volunteer_papers.told_days IS 'How many days before its end its volunteer was told last: 30, 7, 0.';
COMMENT ON CONSTRAINT volunteer_papers_kind_known ON volunteer_papers IS 'The kinds of papers that tasks ask for.';
COMMENT ON CONSTRAINT volunteer_papers_revoked_whole ON volunteer_papers IS 'Whoever takes a paper off does so at a time.';
COMMENT ON CONSTRAINT volunteer_papers_told_known ON volunteer_papers IS 'A month, a week before, and on the day.';
CREATE UNIQUE INDEX volunteer_papers_kind_once ON volunteer_papers (case_id, kind) WHERE revoked_at IS NULL;
COMMENT ON INDEX volunteer_papers_kind_once IS 'One paper of a kind counts; a newer one takes its place.';
CREATE INDEX volunteer_papers_ending ON volunteer_papers (valid_until) WHERE revoked_at IS NULL;
