-- The waiting line for every service, children and their guardians, care programmes, enrolments and the care day.

-- ── The spine takes a second type ─────────────────────────────────────────────────────────────────────────────────
ALTER TABLE cases
  DROP CONSTRAINT cases_type_known,
  DROP CONSTRAINT cases_booking_state_known,
  ADD CONSTRAINT cases_type_known CHECK (type IN ('booking', 'enrolment')),
  ADD CONSTRAINT cases_booking_state_known CHECK (type <> 'booking' OR
    state IN ('waiting', 'held', 'pending', 'confirmed', 'refused', 'cancelled', 'lapsed', 'completed')),
  ADD CONSTRAINT cases_enrolment_state_known CHECK (type <> 'enrolment' OR
    state IN ('entered', 'waiting', 'held', 'confirmed', 'cancelled', 'lapsed', 'completed'));

-- Is a refusal that can still be taken back keeping a slot? Asked of one room.
CREATE INDEX bookings_refused ON bookings (room_id, starts_at) WHERE state = 'refused';

-- ── Waiting lines ─────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE programmes (
  id              uuid PRIMARY KEY,
  community_code  text COLLATE "C" NOT NULL REFERENCES divisions (code),
  kind            text NOT NULL,
  state           text NOT NULL,
  name            text NOT NULL,
  place           text NOT NULL,
  about           text,
  starts_on       date NOT NULL,
  ends_on         date NOT NULL,
  weekly          jsonb NOT NULL,
  skips           date[] NOT NULL,
  capacity        integer NOT NULL,
  taken           integer NOT NULL DEFAULT 0,
  classes         integer NOT NULL,
  min_age         integer,
  max_age         integer,
  min_grade       integer,
  max_grade       integer,
  opens_at        timestamptz NOT NULL,
  closes_at       timestamptz NOT NULL,
  mode            text NOT NULL,
  priority        jsonb NOT NULL,
  first_starts_at timestamptz NOT NULL,
  last_ends_at    timestamptz NOT NULL,
  refill_until    timestamptz NOT NULL,
  entered         integer NOT NULL DEFAULT 0,
  seed_commitment text,
  seed_enc        text,
  list            text,
  list_hash       text,
  seed            text,
  draw_order      integer[] NOT NULL DEFAULT '{}',
  draw_placed     integer[] NOT NULL DEFAULT '{}',
  closed_at       timestamptz,
  drawn_at        timestamptz,
  version         integer NOT NULL DEFAULT 1,
  created_by      uuid NOT NULL REFERENCES accounts (id),
  created_at      timestamptz NOT NULL,
  CONSTRAINT programmes_kind_known CHECK (kind IN ('term', 'holiday')),
  CONSTRAINT programmes_state_known CHECK (state IN ('draft', 'published', 'closed', 'drawn', 'cancelled')),
  CONSTRAINT programmes_mode_known CHECK (mode IN ('first_come', 'draw')),
  CONSTRAINT programmes_dates_in_order CHECK (starts_on <= ends_on AND opens_at < closes_at
    AND first_starts_at < last_ends_at),
  CONSTRAINT programmes_places CHECK (taken BETWEEN 0 AND capacity),
  CONSTRAINT programmes_drawn_whole CHECK ((state = 'drawn') <= (seed IS NOT NULL AND list IS NOT NULL)),
  CONSTRAINT programmes_seed_committed CHECK (mode <> 'draw' OR state IN ('draft', 'cancelled') OR seed_commitment IS NOT NULL)
);
CREATE INDEX programmes_community ON programmes (community_code, opens_at DESC, id DESC);
CREATE INDEX programmes_live ON programmes (last_ends_at) WHERE state IN ('published', 'closed', 'drawn');
COMMENT ON CONSTRAINT programmes_places ON programmes IS
  'Never one place too many: a place is taken when it is given or offered (PRODUCT.md, After-school care).';
COMMENT ON COLUMN programmes.taken IS 'Places given and offered.';
COMMENT ON COLUMN programmes.entered IS 'Numbers handed out for a draw.';
COMMENT ON COLUMN programmes.seed_enc IS 'Sealed until the draw; its SHA-256 is the commitment.';

CREATE TABLE lines (
  id             uuid PRIMARY KEY,
  kind           text NOT NULL,
  community_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  room_id        uuid REFERENCES rooms (id),
  day            date,
  programme_id   uuid REFERENCES programmes (id),
  created_at     timestamptz NOT NULL,
  CONSTRAINT lines_kind_whole CHECK (
    (kind = 'room' AND room_id IS NOT NULL AND day IS NOT NULL AND programme_id IS NULL) OR
    (kind = 'programme' AND programme_id IS NOT NULL AND room_id IS NULL AND day IS NULL)),
  CONSTRAINT lines_room_day_once UNIQUE (room_id, day),
  CONSTRAINT lines_programme_once UNIQUE (programme_id)
);
COMMENT ON TABLE lines IS 'One waiting line: of a room on a day, or of a programme. Its row is the lock of all that moves in it.';

CREATE SEQUENCE line_arrivals;

CREATE TABLE line_entries (
  case_id      uuid PRIMARY KEY,
  state        text NOT NULL,
  line_id      uuid NOT NULL REFERENCES lines (id),
  party_id     uuid NOT NULL,
  group_id     uuid NOT NULL,
  group_rule   text NOT NULL,
  score        integer NOT NULL,
  arrival      bigint NOT NULL DEFAULT nextval('line_arrivals'),
  sort_score   integer NOT NULL,
  sort_arrival numeric NOT NULL,
  joined_at    timestamptz NOT NULL,
  until        timestamptz NOT NULL,
  held_at      timestamptz,
  held_until   timestamptz,
  ended_at     timestamptz,
  CONSTRAINT line_entries_case_state FOREIGN KEY (case_id, state) REFERENCES cases (id, state) ON UPDATE CASCADE,
  CONSTRAINT line_entries_group_rule_known CHECK (group_rule IN ('one', 'all', 'any')),
  CONSTRAINT line_entries_offer_has_deadline CHECK (state <> 'held' OR (held_at IS NOT NULL AND held_at < held_until))
);
CREATE INDEX line_entries_order ON line_entries (line_id, sort_score DESC, sort_arrival) WHERE state = 'waiting';
CREATE INDEX line_entries_held ON line_entries (held_until) WHERE state = 'held';
CREATE INDEX line_entries_until ON line_entries (line_id, until) WHERE state = 'waiting';
CREATE INDEX line_entries_line ON line_entries (line_id);
CREATE INDEX line_entries_group ON line_entries (group_id);
CREATE UNIQUE INDEX line_entries_party_once ON line_entries (line_id, party_id) WHERE state IN ('waiting', 'held');
COMMENT ON COLUMN line_entries.party_id IS 'Whom the wait is for: an account (room) or a child (programme); once at a time in a line.';
COMMENT ON COLUMN line_entries.sort_score IS 'The published score, unless a manual move gave another place.';
COMMENT ON COLUMN line_entries.sort_arrival IS 'The arrival, unless a manual move gave another place.';
COMMENT ON COLUMN line_entries.until IS 'The last instant at which an offer still makes sense: what is waited for begins.';
COMMENT ON CONSTRAINT line_entries_case_state ON line_entries IS
  'The entry''s state is the case''s state: the database carries every change over.';

CREATE TABLE line_moves (
  id           uuid PRIMARY KEY,
  line_id      uuid NOT NULL REFERENCES lines (id),
  case_id      uuid NOT NULL REFERENCES cases (id),
  from_place   integer NOT NULL,
  to_place     integer NOT NULL,
  reason       text NOT NULL,
  proposed_by  uuid NOT NULL REFERENCES accounts (id),
  proposer     text NOT NULL,
  proposed_at  timestamptz NOT NULL,
  decided_by   uuid REFERENCES accounts (id),
  decider      text,
  decided_at   timestamptz,
  approved     boolean,
  CONSTRAINT line_moves_second_person CHECK (decided_by IS NULL OR approved IS NOT TRUE OR decided_by <> proposed_by),
  CONSTRAINT line_moves_decided_whole CHECK ((decided_by IS NULL) = (decided_at IS NULL)
    AND (decided_by IS NULL) = (approved IS NULL) AND (decided_by IS NULL) = (decider IS NULL))
);
CREATE UNIQUE INDEX line_moves_open_once ON line_moves (case_id) WHERE decided_at IS NULL;
CREATE INDEX line_moves_line ON line_moves (line_id, decided_at DESC) WHERE approved;
COMMENT ON CONSTRAINT line_moves_second_person ON line_moves IS
  'A manual move needs a second staff member (PRODUCT.md, Rooms).';

-- ── Children ──────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE children (
  id                uuid PRIMARY KEY,
  community_code    text COLLATE "C" NOT NULL REFERENCES divisions (code),
  nickname          text NOT NULL,
  profile_enc       text,
  health_enc        text,
  contacts_enc      text,
  circumstances_enc text,
  unverified        integer NOT NULL DEFAULT 0,
  created_by        uuid NOT NULL REFERENCES accounts (id),
  created_at        timestamptz NOT NULL,
  active_at         timestamptz NOT NULL,
  erased_at         timestamptz,
  CONSTRAINT children_erased_whole CHECK (erased_at IS NULL OR
    (profile_enc IS NULL AND health_enc IS NULL AND contacts_enc IS NULL AND circumstances_enc IS NULL)),
  CONSTRAINT children_known_or_erased CHECK ((profile_enc IS NULL) = (erased_at IS NOT NULL))
);
CREATE INDEX children_community ON children (community_code) WHERE erased_at IS NULL;
CREATE INDEX children_unused ON children (active_at) WHERE erased_at IS NULL;
COMMENT ON COLUMN children.nickname IS 'What the guardian calls the child in lists; the form asks for no real name. Not tagged.';
COMMENT ON COLUMN children.profile_enc IS 'Tag child: name, birth date, grade as JSON.';
COMMENT ON COLUMN children.health_enc IS 'Tag health: allergies and medication as JSON.';
COMMENT ON COLUMN children.contacts_enc IS 'Tag contact: emergency contacts as JSON.';
COMMENT ON COLUMN children.circumstances_enc IS 'Tag child: what the guardian claimed and staff verified, as JSON.';
COMMENT ON COLUMN children.unverified IS 'How many claimed circumstances staff have not looked at.';

CREATE TABLE guardians (
  id          uuid PRIMARY KEY,
  child_id    uuid NOT NULL REFERENCES children (id),
  account_id  uuid NOT NULL REFERENCES accounts (id),
  place       integer NOT NULL,
  relation    text NOT NULL,
  created_at  timestamptz NOT NULL,
  verified_by uuid REFERENCES accounts (id),
  verified_at timestamptz,
  ended_at    timestamptz,
  CONSTRAINT guardians_two_at_most CHECK (place IN (1, 2)),
  CONSTRAINT guardians_relation_known CHECK (relation IN ('mother', 'father', 'grandparent', 'relative', 'other')),
  CONSTRAINT guardians_verified_whole CHECK ((verified_by IS NULL) = (verified_at IS NULL))
);
CREATE UNIQUE INDEX guardians_place_once ON guardians (child_id, place) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX guardians_account_once ON guardians (child_id, account_id) WHERE ended_at IS NULL;
CREATE INDEX guardians_account ON guardians (account_id) WHERE ended_at IS NULL;

CREATE TABLE guardian_invitations (
  code_hash  bytea PRIMARY KEY,
  child_id   uuid NOT NULL REFERENCES children (id),
  created_by uuid NOT NULL REFERENCES accounts (id),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_by    uuid REFERENCES accounts (id),
  used_at    timestamptz
);
CREATE INDEX guardian_invitations_expired ON guardian_invitations (expires_at);

CREATE TABLE consents (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  child_id    uuid NOT NULL REFERENCES children (id),
  guardian_id uuid NOT NULL REFERENCES accounts (id),
  version     integer NOT NULL,
  decision    text NOT NULL,
  at          timestamptz NOT NULL,
  CONSTRAINT consents_decision_known CHECK (decision IN ('granted', 'refused'))
);
CREATE INDEX consents_child ON consents (child_id, id DESC);
COMMENT ON TABLE consents IS 'Every decision of a guardian about a version of the consent; the last one is in force.';
CREATE TRIGGER consents_append_only BEFORE UPDATE OR DELETE ON consents
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consents_no_truncate BEFORE TRUNCATE ON consents
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE pickup_people (
  id         uuid PRIMARY KEY,
  child_id   uuid NOT NULL REFERENCES children (id),
  kind       text NOT NULL,
  name_enc   text,
  name_hash  bytea,
  phone_enc  text,
  phone_hash bytea,
  relation   text,
  note_enc   text,
  valid_from date NOT NULL,
  valid_to   date,
  created_by uuid NOT NULL REFERENCES accounts (id),
  created_at timestamptz NOT NULL,
  ended_at   timestamptz,
  CONSTRAINT pickup_people_kind_known CHECK (kind IN ('listed', 'barred')),
  CONSTRAINT pickup_people_listed_related CHECK (kind <> 'listed' OR relation IS NOT NULL),
  CONSTRAINT pickup_people_known_or_ended CHECK (ended_at IS NOT NULL OR (name_enc IS NOT NULL AND name_hash IS NOT NULL)),
  CONSTRAINT pickup_people_period CHECK (valid_to IS NULL OR valid_from <= valid_to)
);
CREATE INDEX pickup_people_child ON pickup_people (child_id) WHERE ended_at IS NULL;
COMMENT ON COLUMN pickup_people.name_enc IS 'Tag contact.';
COMMENT ON COLUMN pickup_people.name_hash IS 'Keyed hash: is somebody who comes barred, under whatever list.';

CREATE TABLE pickup_codes (
  id          uuid PRIMARY KEY,
  child_id    uuid NOT NULL REFERENCES children (id),
  day         date NOT NULL,
  code_hash   bytea NOT NULL,
  name_enc    text,
  relation    text NOT NULL,
  created_by  uuid NOT NULL REFERENCES accounts (id),
  created_at  timestamptz NOT NULL,
  attempts    integer NOT NULL DEFAULT 0,
  used_at     timestamptz,
  replaced_at timestamptz,
  CONSTRAINT pickup_codes_attempts_bounded CHECK (attempts BETWEEN 0 AND 5)
);
CREATE UNIQUE INDEX pickup_codes_day_once ON pickup_codes (child_id, day) WHERE replaced_at IS NULL;
COMMENT ON CONSTRAINT pickup_codes_attempts_bounded ON pickup_codes IS 'Five wrong codes, then only a duty leader can hand the child over.';

-- What was read of a child is recorded about the child: both guardians see it.
ALTER TABLE access_records
  ADD COLUMN child_id uuid REFERENCES children (id),
  ALTER COLUMN subject_id DROP NOT NULL,
  ALTER COLUMN case_id DROP NOT NULL,
  ADD CONSTRAINT access_records_about_one CHECK ((subject_id IS NULL) <> (child_id IS NULL)),
  ADD CONSTRAINT access_records_justified CHECK (case_id IS NOT NULL OR child_id IS NOT NULL);
CREATE INDEX access_records_child ON access_records (child_id, at DESC, id DESC) WHERE child_id IS NOT NULL;

CREATE TABLE erasure_proofs (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  about_id uuid NOT NULL,
  tag      text NOT NULL,
  cause    text NOT NULL,
  fields   integer NOT NULL,
  at       timestamptz NOT NULL,
  CONSTRAINT erasure_proofs_tag_known CHECK (tag IN ('contact', 'child', 'health', 'legal')),
  CONSTRAINT erasure_proofs_cause_known CHECK (cause IN ('asked', 'consent', 'retention'))
);
CREATE INDEX erasure_proofs_about ON erasure_proofs (about_id);
COMMENT ON TABLE erasure_proofs IS 'What was erased, of whom, why and when; never what it was (PRODUCT.md, rule 6).';
CREATE TRIGGER erasure_proofs_append_only BEFORE UPDATE OR DELETE ON erasure_proofs
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER erasure_proofs_no_truncate BEFORE TRUNCATE ON erasure_proofs
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ── Enrolments ────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE enrolments (
  case_id      uuid PRIMARY KEY,
  state        text NOT NULL,
  programme_id uuid NOT NULL REFERENCES programmes (id),
  child_id     uuid NOT NULL REFERENCES children (id),
  group_id     uuid NOT NULL,
  group_rule   text NOT NULL,
  score        integer NOT NULL,
  draw_number  integer,
  class_no     integer,
  CONSTRAINT enrolments_case_state FOREIGN KEY (case_id, state) REFERENCES cases (id, state) ON UPDATE CASCADE,
  CONSTRAINT enrolments_group_rule_known CHECK (group_rule IN ('one', 'all', 'any')),
  CONSTRAINT enrolments_draw_number_once UNIQUE (programme_id, draw_number)
);
CREATE UNIQUE INDEX enrolments_child_once ON enrolments (programme_id, child_id)
  WHERE state IN ('entered', 'waiting', 'held', 'confirmed');
CREATE INDEX enrolments_programme ON enrolments (programme_id, state);
CREATE INDEX enrolments_child ON enrolments (child_id);
CREATE INDEX enrolments_group ON enrolments (group_id);
COMMENT ON INDEX enrolments_child_once IS 'Nobody twice in a programme, however often they press.';

-- ── The care day ──────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE care_sessions (
  id           uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programmes (id),
  day          date NOT NULL,
  starts_at    timestamptz NOT NULL,
  ends_at      timestamptz NOT NULL,
  CONSTRAINT care_sessions_not_empty CHECK (starts_at < ends_at),
  CONSTRAINT care_sessions_once UNIQUE (programme_id, starts_at)
);
CREATE INDEX care_sessions_day ON care_sessions (day, programme_id);
CREATE INDEX care_sessions_end ON care_sessions (ends_at);

CREATE TABLE care_duties (
  id           uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programmes (id),
  class_no     integer NOT NULL,
  account_id   uuid NOT NULL REFERENCES accounts (id),
  leader       boolean NOT NULL,
  starts_on    date NOT NULL,
  ends_on      date NOT NULL,
  weekdays     integer[] NOT NULL,
  created_by   uuid NOT NULL REFERENCES accounts (id),
  created_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  CONSTRAINT care_duties_period CHECK (starts_on <= ends_on),
  CONSTRAINT care_duties_weekdays CHECK (cardinality(weekdays) > 0 AND weekdays <@ '{1,2,3,4,5,6,7}'::integer[])
);
CREATE INDEX care_duties_account ON care_duties (account_id, ends_on) WHERE ended_at IS NULL;
CREATE INDEX care_duties_programme ON care_duties (programme_id) WHERE ended_at IS NULL;

CREATE TABLE care_absences (
  session_id  uuid NOT NULL REFERENCES care_sessions (id),
  child_id    uuid NOT NULL REFERENCES children (id),
  reported_by uuid NOT NULL REFERENCES accounts (id),
  reported_at timestamptz NOT NULL,
  PRIMARY KEY (session_id, child_id)
);

CREATE TABLE care_devices (
  id             uuid PRIMARY KEY,
  community_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  name           text NOT NULL,
  token_hash     bytea NOT NULL,
  paired_by      uuid NOT NULL REFERENCES accounts (id),
  paired_at      timestamptz NOT NULL,
  last_used_at   timestamptz,
  revoked_at     timestamptz
);
CREATE INDEX care_devices_community ON care_devices (community_code) WHERE revoked_at IS NULL;

CREATE TABLE care_pairing_codes (
  code_hash      bytea PRIMARY KEY,
  community_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  created_by     uuid NOT NULL REFERENCES accounts (id),
  expires_at     timestamptz NOT NULL,
  used_at        timestamptz
);
CREATE INDEX care_pairing_codes_expired ON care_pairing_codes (expires_at);

CREATE TABLE care_pins (
  account_id   uuid PRIMARY KEY REFERENCES accounts (id),
  pin_hash     bytea NOT NULL,
  salt         bytea NOT NULL,
  attempts     integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  changed_at   timestamptz NOT NULL,
  CONSTRAINT care_pins_attempts_bounded CHECK (attempts BETWEEN 0 AND 5)
);

-- A session of a tablet opens today's list and nothing else.
ALTER TABLE sessions ADD COLUMN care_device_id uuid REFERENCES care_devices (id);
CREATE INDEX sessions_care_device ON sessions (care_device_id) WHERE care_device_id IS NOT NULL AND revoked_at IS NULL;

CREATE TABLE care_records (
  id          uuid PRIMARY KEY,
  session_id  uuid NOT NULL REFERENCES care_sessions (id),
  case_id     uuid NOT NULL REFERENCES cases (id),
  child_id    uuid NOT NULL REFERENCES children (id),
  kind        text NOT NULL,
  at          timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  by_id       uuid REFERENCES accounts (id),
  by_name     text,
  device_id   uuid REFERENCES care_devices (id),
  method      text,
  person_id   uuid REFERENCES pickup_people (id),
  guardian_id uuid REFERENCES guardians (id),
  refusal     text,
  about_id    uuid REFERENCES care_records (id),
  CONSTRAINT care_records_kind_known CHECK (kind IN ('present', 'absent', 'health', 'incident', 'released', 'refused',
    'barred_seen', 'annotation', 'missing', 'late_15', 'late_30', 'late_60')),
  CONSTRAINT care_records_method_known CHECK (method IN ('listed', 'guardian', 'code', 'override')),
  CONSTRAINT care_records_release_whole CHECK (kind <> 'released' OR (method IS NOT NULL AND by_id IS NOT NULL
    AND (method = 'guardian') = (guardian_id IS NOT NULL))),
  CONSTRAINT care_records_refusal_said CHECK ((kind = 'refused') = (refusal IS NOT NULL)),
  CONSTRAINT care_records_clock_alone CHECK ((kind IN ('missing', 'late_15', 'late_30', 'late_60')) = (by_id IS NULL)),
  CONSTRAINT care_records_annotation_about CHECK ((kind = 'annotation') = (about_id IS NOT NULL))
);
CREATE INDEX care_records_session ON care_records (session_id, child_id, at);
CREATE INDEX care_records_child ON care_records (child_id, at DESC);
CREATE UNIQUE INDEX care_records_released_once ON care_records (session_id, child_id) WHERE kind = 'released';
CREATE UNIQUE INDEX care_records_clock_once ON care_records (session_id, child_id, kind) WHERE by_id IS NULL;
COMMENT ON TABLE care_records IS 'The record of a child in care: it is annotated, never edited (PRODUCT.md, After-school care).';
COMMENT ON COLUMN care_records.guardian_id IS 'The link by which a guardian took the child, or came for it.';
COMMENT ON COLUMN care_records.id IS 'Made on the device: the same record sent twice is kept once.';

CREATE TABLE care_details (
  record_id  uuid PRIMARY KEY REFERENCES care_records (id),
  detail_enc text NOT NULL
);
COMMENT ON TABLE care_details IS 'The words and names of a record: apart from it, so that they can be erased while the record stays.';
COMMENT ON COLUMN care_details.detail_enc IS 'Tag health (health, incident, annotation) or contact (who came): JSON.';

CREATE TRIGGER care_records_append_only BEFORE UPDATE OR DELETE ON care_records
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER care_records_no_truncate BEFORE TRUNCATE ON care_records
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ── Notices of all of these ───────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE notices DROP CONSTRAINT notices_kind_known,
  ADD CONSTRAINT notices_kind_known CHECK (kind IN ('booking_confirmed', 'booking_refused', 'booking_asked',
    'booking_cancelled_by_staff', 'booking_supplemented', 'booking_escalated', 'offer_made', 'offer_lapsed',
    'line_ended', 'line_moved', 'enrolment_confirmed', 'enrolment_cancelled_by_staff', 'draw_placed', 'draw_waiting',
    'programme_cancelled', 'child_released', 'child_absent', 'child_missing', 'child_health', 'child_incident',
    'child_late_15', 'child_late_30', 'child_late_60', 'barred_person_seen', 'release_refused', 'release_overridden'));
