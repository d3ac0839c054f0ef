-- Meeting, calling and handing over (docs/product.md › Legal consultation).

CREATE TABLE legal_stations (
  id            uuid PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  name          text NOT NULL,
  address       text NOT NULL
);
CREATE INDEX legal_stations_division ON legal_stations (division_code);
COMMENT ON TABLE legal_stations IS 'Rooms in which advisers meet people.';

-- Offered to one person and kept for nobody.
CREATE TABLE consultation_times (
  id          uuid PRIMARY KEY,
  case_id     uuid NOT NULL REFERENCES consultations (case_id),
  adviser_id  uuid NOT NULL REFERENCES accounts (id),
  kind        text NOT NULL,
  station_id  uuid REFERENCES legal_stations (id),
  link_sealed text,
  starts_at   timestamptz NOT NULL,
  ends_at     timestamptz NOT NULL,
  offered_at  timestamptz NOT NULL,
  CONSTRAINT consultation_times_kind_known CHECK (kind IN ('phone', 'video', 'station')),
  CONSTRAINT consultation_times_place CHECK ((kind = 'station') = (station_id IS NOT NULL)
    AND (link_sealed IS NULL OR kind = 'video')),
  CONSTRAINT consultation_times_in_order CHECK (starts_at < ends_at AND ends_at <= starts_at + interval '4 hours')
);
CREATE INDEX consultation_times_case ON consultation_times (case_id);
CREATE INDEX consultation_times_adviser ON consultation_times (adviser_id);
COMMENT ON TABLE consultation_times IS 'Times that an adviser offers; the one that is taken becomes a meeting.';
COMMENT ON COLUMN consultation_times.link_sealed IS 'Where a video meeting takes place, sealed by the key of the case.';
COMMENT ON CONSTRAINT consultation_times_kind_known ON consultation_times IS 'The kinds of the contract.';
COMMENT ON CONSTRAINT consultation_times_place ON consultation_times IS 'A station is a room, and only a video meeting has a link.';
COMMENT ON CONSTRAINT consultation_times_in_order ON consultation_times IS 'It lasts, and no longer than four hours.';

CREATE TABLE consultation_meetings (
  id              uuid PRIMARY KEY,
  case_id         uuid NOT NULL REFERENCES consultations (case_id),
  adviser_id      uuid NOT NULL REFERENCES accounts (id),
  kind            text NOT NULL,
  station_id      uuid REFERENCES legal_stations (id),
  link_sealed     text,
  starts_at       timestamptz NOT NULL,
  ends_at         timestamptz NOT NULL,
  taken_at        timestamptz NOT NULL,
  event_id        uuid NOT NULL,
  sequence        int NOT NULL,
  called_off_at   timestamptz,
  called_off_by   text,
  evening_told_at timestamptz,
  soon_told_at    timestamptz,
  CONSTRAINT consultation_meetings_kind_known CHECK (kind IN ('phone', 'video', 'station')),
  CONSTRAINT consultation_meetings_place CHECK ((kind = 'station') = (station_id IS NOT NULL)
    AND (link_sealed IS NULL OR kind = 'video')),
  CONSTRAINT consultation_meetings_in_order CHECK (starts_at < ends_at AND ends_at <= starts_at + interval '4 hours'),
  CONSTRAINT consultation_meetings_called_off CHECK ((called_off_at IS NULL) = (called_off_by IS NULL)
    AND (called_off_by IS NULL OR called_off_by IN ('party', 'adviser', 'system'))),
  CONSTRAINT consultation_meetings_adviser_once
    EXCLUDE USING gist (adviser_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (called_off_at IS NULL),
  CONSTRAINT consultation_meetings_station_once
    EXCLUDE USING gist (station_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (called_off_at IS NULL)
);
CREATE INDEX consultation_meetings_case ON consultation_meetings (case_id);
CREATE INDEX consultation_meetings_adviser ON consultation_meetings (adviser_id, starts_at);
CREATE INDEX consultation_meetings_soon ON consultation_meetings (starts_at) WHERE called_off_at IS NULL AND soon_told_at IS NULL;
COMMENT ON TABLE consultation_meetings IS 'What was taken: an adviser and, at a station, a room, together or not at all.';
COMMENT ON COLUMN consultation_meetings.event_id IS 'The entry in a calendar; one that is moved keeps it.';
COMMENT ON COLUMN consultation_meetings.sequence IS 'Grows with each change of that entry.';
COMMENT ON COLUMN consultation_meetings.evening_told_at IS 'When the two were reminded the evening before, or that it is too late to.';
COMMENT ON COLUMN consultation_meetings.soon_told_at IS 'The same of two hours before.';
COMMENT ON CONSTRAINT consultation_meetings_kind_known ON consultation_meetings IS 'The kinds of the contract.';
COMMENT ON CONSTRAINT consultation_meetings_place ON consultation_meetings IS 'A station is a room, and only a video meeting has a link.';
COMMENT ON CONSTRAINT consultation_meetings_in_order ON consultation_meetings IS 'It lasts, and no longer than four hours.';
COMMENT ON CONSTRAINT consultation_meetings_called_off ON consultation_meetings IS 'What is called off says by which side.';
COMMENT ON CONSTRAINT consultation_meetings_adviser_once ON consultation_meetings IS 'An adviser is never in two places.';
COMMENT ON CONSTRAINT consultation_meetings_station_once ON consultation_meetings IS 'A room is never taken twice.';

CREATE TABLE consultation_attempts (
  id         uuid PRIMARY KEY,
  case_id    uuid NOT NULL REFERENCES consultations (case_id),
  n          int NOT NULL,
  after_line int NOT NULL,
  at         timestamptz NOT NULL,
  by_id      uuid NOT NULL REFERENCES accounts (id),
  by_name    text NOT NULL,
  outcome    text NOT NULL,
  CONSTRAINT consultation_attempts_in_order UNIQUE (case_id, n),
  CONSTRAINT consultation_attempts_outcome_known CHECK (outcome IN ('no_answer', 'engaged', 'wrong_number', 'spoke'))
);
COMMENT ON TABLE consultation_attempts IS 'Each call to a person, visible to them.';
COMMENT ON COLUMN consultation_attempts.after_line IS 'The last line of the person at that time: whoever writes again has been reached.';
COMMENT ON CONSTRAINT consultation_attempts_in_order ON consultation_attempts IS 'One call a number.';
COMMENT ON CONSTRAINT consultation_attempts_outcome_known ON consultation_attempts IS 'The outcomes of the contract.';
REVOKE UPDATE, DELETE ON consultation_attempts FROM linli_service;
GRANT UPDATE (by_id) ON consultation_attempts TO linli_service;

CREATE TABLE contact_visits (
  id             uuid PRIMARY KEY,
  case_id        uuid NOT NULL REFERENCES consultations (case_id),
  community_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  attempt_n      int NOT NULL,
  asked_at       timestamptz NOT NULL,
  done_at        timestamptz,
  done_by        uuid REFERENCES accounts (id),
  done_name      text,
  ended_at       timestamptz,
  CONSTRAINT contact_visits_done_whole CHECK ((done_at IS NULL) = (done_by IS NULL) AND (done_at IS NULL) = (done_name IS NULL)),
  CONSTRAINT contact_visits_one_end CHECK (done_at IS NULL OR ended_at IS NULL)
);
CREATE UNIQUE INDEX contact_visits_open_once ON contact_visits (case_id) WHERE done_at IS NULL AND ended_at IS NULL;
CREATE INDEX contact_visits_community ON contact_visits (community_code, asked_at);
COMMENT ON TABLE contact_visits IS 'Whom the community is asked to bring word to; what for, it does not say.';
COMMENT ON COLUMN contact_visits.attempt_n IS 'The call after which it was asked for.';
COMMENT ON COLUMN contact_visits.ended_at IS 'When nobody needed to go any more.';
COMMENT ON INDEX contact_visits_open_once IS 'Nobody is visited twice for one thing.';
COMMENT ON CONSTRAINT contact_visits_done_whole ON contact_visits IS 'Who was there, and when.';
COMMENT ON CONSTRAINT contact_visits_one_end ON contact_visits IS 'Word was brought, or was not needed.';

-- Calls in vain since the person was last heard of, or word was brought to them.
CREATE FUNCTION calls_in_vain(about_case uuid) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT count(*)::int FROM consultation_attempts a
  WHERE a.case_id = about_case AND a.outcome <> 'spoke'
    AND a.after_line = coalesce((SELECT max(l.n) FROM consultation_lines l WHERE l.case_id = about_case AND l.side = 'party'), 0)
    AND a.n > greatest(
      (SELECT max(s.n) FROM consultation_attempts s WHERE s.case_id = about_case AND s.outcome = 'spoke'),
      (SELECT max(v.attempt_n) FROM contact_visits v WHERE v.case_id = about_case AND v.done_at IS NOT NULL), 0)
$$;

CREATE TABLE consultation_referrals (
  id            uuid PRIMARY KEY,
  case_id       uuid NOT NULL REFERENCES consultations (case_id),
  kind          text NOT NULL,
  parts         text[] NOT NULL,
  office_code   text COLLATE "C" NOT NULL REFERENCES divisions (code),
  state         text NOT NULL,
  proposed_by   uuid NOT NULL REFERENCES accounts (id),
  proposed_at   timestamptz NOT NULL,
  due_at        timestamptz,
  ended_at      timestamptz,
  receiver_id   uuid REFERENCES accounts (id),
  receiver_name text,
  CONSTRAINT consultation_referrals_kind_known CHECK (kind IN ('mediation', 'legal_aid', 'notary', 'appraisal')),
  CONSTRAINT consultation_referrals_parts_known CHECK (cardinality(parts) > 0
    AND parts <@ ARRAY['question', 'thread', 'files', 'opposite', 'phone']),
  CONSTRAINT consultation_referrals_state_known
    CHECK (state IN ('proposed', 'declined', 'sent', 'acknowledged', 'returned', 'withdrawn')),
  CONSTRAINT consultation_referrals_ended CHECK ((state IN ('proposed', 'sent')) = (ended_at IS NULL)),
  CONSTRAINT consultation_referrals_due CHECK (state NOT IN ('sent', 'acknowledged', 'returned') OR due_at IS NOT NULL),
  CONSTRAINT consultation_referrals_received CHECK ((state = 'acknowledged') = (receiver_id IS NOT NULL)
    AND (receiver_id IS NULL) = (receiver_name IS NULL))
);
CREATE UNIQUE INDEX consultation_referrals_open_once ON consultation_referrals (case_id) WHERE state IN ('proposed', 'sent');
CREATE INDEX consultation_referrals_case ON consultation_referrals (case_id);
CREATE INDEX consultation_referrals_office ON consultation_referrals (office_code, due_at) WHERE state = 'sent';
COMMENT ON TABLE consultation_referrals IS 'Handing over: what goes with it is named to its person, who agrees first.';
COMMENT ON COLUMN consultation_referrals.parts IS 'What the receiver reads of what was there.';
COMMENT ON COLUMN consultation_referrals.office_code IS 'Where somebody has to say that they have it.';
COMMENT ON COLUMN consultation_referrals.due_at IS 'By when; from then on it is the sender''s again.';
COMMENT ON INDEX consultation_referrals_open_once IS 'To one office at a time.';
COMMENT ON CONSTRAINT consultation_referrals_kind_known ON consultation_referrals IS 'The kinds of the contract.';
COMMENT ON CONSTRAINT consultation_referrals_parts_known ON consultation_referrals IS 'At least one of the parts of the contract.';
COMMENT ON CONSTRAINT consultation_referrals_state_known ON consultation_referrals IS 'The states of the contract.';
COMMENT ON CONSTRAINT consultation_referrals_ended ON consultation_referrals IS 'What is over says since when.';
COMMENT ON CONSTRAINT consultation_referrals_due ON consultation_referrals IS 'What was sent has a due time.';
COMMENT ON CONSTRAINT consultation_referrals_received ON consultation_referrals IS 'Whoever has it stands here, with their badge.';

-- Staff who are to bring word are told of no case and of no child.
ALTER TABLE notices DROP CONSTRAINT notices_about_something,
  ADD CONSTRAINT notices_about_something CHECK (case_id IS NOT NULL OR child_id IS NOT NULL OR kind = 'case_visit');
COMMENT ON CONSTRAINT notices_about_something ON notices IS 'A notice leads to a case or to a child, or to the list of whom to bring word to.';
