-- The first floor: divisions, identity, the case spine, rooms and bookings, notices.
-- Codes compare byte by byte (COLLATE "C"), so a division and everything below it is one index range.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE divisions (
  code        text COLLATE "C" PRIMARY KEY,
  level       text NOT NULL,
  name        text NOT NULL,
  full_name   text NOT NULL,
  parent_code text COLLATE "C" REFERENCES divisions (code),
  phone       text,
  CONSTRAINT divisions_level_known CHECK (level IN ('province', 'prefecture', 'county', 'township', 'community'))
);
CREATE INDEX divisions_parent ON divisions (parent_code);
COMMENT ON COLUMN divisions.phone IS 'The office''s public telephone (电话找人), not a person''s.';

CREATE TABLE division_settings (
  division_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  key           text NOT NULL,
  value         jsonb NOT NULL,
  PRIMARY KEY (division_code, key)
);
COMMENT ON TABLE division_settings IS 'What a division sets otherwise than the default; the nearest division above decides.';

CREATE TABLE accounts (
  id             uuid PRIMARY KEY,
  name_enc       text,
  phone_enc      text,
  phone_hash     bytea,
  community_code text COLLATE "C" REFERENCES divisions (code),
  elder_mode     boolean NOT NULL DEFAULT false,
  demo_key       text,
  demo_says      text,
  created_at     timestamptz NOT NULL,
  CONSTRAINT accounts_phone_once UNIQUE (phone_hash),
  CONSTRAINT accounts_demo_key_once UNIQUE (demo_key),
  CONSTRAINT accounts_phone_whole CHECK ((phone_enc IS NULL) = (phone_hash IS NULL))
);
COMMENT ON COLUMN accounts.name_enc IS 'Tag contact; AES-256-GCM, key id in the value.';
COMMENT ON COLUMN accounts.phone_enc IS 'Tag contact; AES-256-GCM, key id in the value.';
COMMENT ON COLUMN accounts.phone_hash IS 'Keyed hash for lookup; the key is not in this database.';

CREATE TABLE login_identities (
  provider     text NOT NULL,
  subject_hash bytea NOT NULL,
  subject_enc  text NOT NULL,
  account_id   uuid NOT NULL REFERENCES accounts (id),
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (provider, subject_hash),
  CONSTRAINT login_identities_provider_known CHECK (provider IN ('wechat', 'alipay'))
);
CREATE INDEX login_identities_account ON login_identities (account_id);

CREATE TABLE sessions (
  id               uuid PRIMARY KEY,
  account_id       uuid NOT NULL REFERENCES accounts (id),
  device           text NOT NULL,
  generation       integer NOT NULL DEFAULT 0,
  refresh_hash     bytea NOT NULL,
  rotated_key_hash bytea,
  created_at       timestamptz NOT NULL,
  last_used_at     timestamptz NOT NULL,
  expires_at       timestamptz NOT NULL,
  revoked_at       timestamptz,
  revoked_reason   text,
  CONSTRAINT sessions_revoked_reason_known CHECK (revoked_reason IN ('logged_out', 'logged_out_everywhere', 'reused')),
  CONSTRAINT sessions_revoked_whole CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL))
);
CREATE INDEX sessions_account ON sessions (account_id) WHERE revoked_at IS NULL;
CREATE INDEX sessions_revoked ON sessions (revoked_at) WHERE revoked_at IS NOT NULL;
COMMENT ON TABLE sessions IS 'One device; its refresh tokens are one family, of which only the newest generation is good.';
COMMENT ON COLUMN sessions.rotated_key_hash IS 'Idempotency-Key of the last rotation: the same key gets the same new token again.';

CREATE TABLE phone_codes (
  phone_hash bytea PRIMARY KEY,
  code_hash  bytea NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  attempts   integer NOT NULL DEFAULT 0,
  used_at    timestamptz,
  CONSTRAINT phone_codes_attempts_bounded CHECK (attempts BETWEEN 0 AND 5)
);
COMMENT ON CONSTRAINT phone_codes_attempts_bounded ON phone_codes IS 'Five guesses a code, whoever asks.';

CREATE TABLE grants (
  id            uuid PRIMARY KEY,
  account_id    uuid NOT NULL REFERENCES accounts (id),
  role          text NOT NULL,
  division_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  display_name  text NOT NULL,
  created_at    timestamptz NOT NULL,
  revoked_at    timestamptz,
  CONSTRAINT grants_role_known CHECK (role IN
    ('staff', 'grid_worker', 'care_worker', 'legal_adviser', 'volunteer', 'partner_unit', 'supervisor'))
);
CREATE UNIQUE INDEX grants_once ON grants (account_id, role, division_code) WHERE revoked_at IS NULL;
COMMENT ON COLUMN grants.display_name IS 'The name on the badge: what residents may see of a person on duty.';

CREATE TABLE facilities (
  id               uuid PRIMARY KEY,
  community_code   text COLLATE "C" NOT NULL REFERENCES divisions (code),
  kind             text NOT NULL,
  name             text NOT NULL,
  address          text NOT NULL,
  phone            text,
  keeper_name_enc  text,
  keeper_phone_enc text,
  CONSTRAINT facilities_id_community UNIQUE (id, community_code),
  CONSTRAINT facilities_kind_known CHECK (kind IN ('party_service_centre', 'cultural_centre', 'elder_centre',
    'children_home', 'banquet_hall', 'sports_ground', 'partner_hall'))
);
CREATE INDEX facilities_community ON facilities (community_code);

CREATE TABLE rooms (
  id                 uuid PRIMARY KEY,
  facility_id        uuid NOT NULL,
  community_code     text COLLATE "C" NOT NULL,
  name               text NOT NULL,
  position           integer NOT NULL,
  capacity           integer NOT NULL,
  area_square_metres integer NOT NULL,
  step_free          boolean NOT NULL,
  equipment          text[] NOT NULL,
  purposes           text[] NOT NULL,
  openings           jsonb NOT NULL,
  slot_minutes       integer NOT NULL,
  min_minutes        integer NOT NULL,
  max_minutes        integer NOT NULL,
  notice_minutes     integer NOT NULL,
  horizon_days       integer NOT NULL,
  buffer_minutes     integer NOT NULL,
  approval           text NOT NULL,
  version            integer NOT NULL DEFAULT 1,
  CONSTRAINT rooms_facility FOREIGN KEY (facility_id, community_code) REFERENCES facilities (id, community_code),
  CONSTRAINT rooms_id_version UNIQUE (id, version),
  CONSTRAINT rooms_approval_known CHECK (approval IN ('automatic', 'staff')),
  CONSTRAINT rooms_numbers_sane CHECK (capacity > 0 AND slot_minutes IN (15, 30, 60) AND min_minutes > 0
    AND max_minutes >= min_minutes AND notice_minutes >= 0 AND horizon_days BETWEEN 0 AND 366 AND buffer_minutes >= 0)
);
CREATE INDEX rooms_community ON rooms (community_code, position);
CREATE INDEX rooms_facility_id ON rooms (facility_id);
COMMENT ON CONSTRAINT rooms_id_version ON rooms IS
  'Makes a change of version a key update, so it waits for bookings that were checked against the old one.';

CREATE TABLE room_closures (
  id         uuid PRIMARY KEY,
  room_id    uuid NOT NULL REFERENCES rooms (id),
  starts_at  timestamptz NOT NULL,
  ends_at    timestamptz NOT NULL,
  reason     text NOT NULL,
  created_by uuid NOT NULL REFERENCES accounts (id),
  created_at timestamptz NOT NULL,
  removed_at timestamptz,
  CONSTRAINT room_closures_not_empty CHECK (starts_at < ends_at)
);
CREATE INDEX room_closures_room ON room_closures (room_id, ends_at) WHERE removed_at IS NULL;

CREATE SEQUENCE case_numbers MAXVALUE 999999 CYCLE;

CREATE TABLE cases (
  id             uuid PRIMARY KEY,
  number         text COLLATE "C" NOT NULL,
  type           text NOT NULL,
  community_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  subject_id     uuid NOT NULL REFERENCES accounts (id),
  actor_id       uuid NOT NULL REFERENCES accounts (id),
  actor_role     text NOT NULL,
  state          text NOT NULL,
  waiting_for    text NOT NULL,
  due_at         timestamptz,
  escalated_at   timestamptz,
  decided_by     uuid REFERENCES accounts (id),
  decided_at     timestamptz,
  created_at     timestamptz NOT NULL,
  closed_at      timestamptz,
  CONSTRAINT cases_number_once UNIQUE (number),
  CONSTRAINT cases_id_state UNIQUE (id, state),
  CONSTRAINT cases_type_known CHECK (type IN ('booking')),
  CONSTRAINT cases_actor_role_known CHECK (actor_role IN ('self', 'proxy', 'staff')),
  CONSTRAINT cases_waiting_for_known CHECK (waiting_for IN ('staff', 'party', 'nobody')),
  CONSTRAINT cases_booking_state_known CHECK (type <> 'booking' OR
    state IN ('held', 'pending', 'confirmed', 'refused', 'cancelled', 'completed')),
  CONSTRAINT cases_self_is_subject CHECK (actor_role <> 'self' OR actor_id = subject_id)
);
CREATE INDEX cases_subject ON cases (subject_id, created_at DESC, id DESC);
CREATE INDEX cases_actor ON cases (actor_id, created_at DESC, id DESC) WHERE actor_role <> 'self';
CREATE INDEX cases_desk ON cases (community_code, due_at, id) WHERE state = 'pending';
CREATE INDEX cases_open ON cases (community_code, state) WHERE closed_at IS NULL;
COMMENT ON COLUMN cases.waiting_for IS 'Whose turn it is. Staff''s turn has a due time.';

CREATE TABLE case_events (
  id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id             uuid NOT NULL REFERENCES cases (id),
  at                  timestamptz NOT NULL,
  action              text NOT NULL,
  from_state          text,
  to_state            text NOT NULL,
  side                text NOT NULL,
  actor_id            uuid REFERENCES accounts (id),
  actor_name          text,
  note                text,
  alternative_room_id uuid REFERENCES rooms (id),
  CONSTRAINT case_events_side_known CHECK (side IN ('party', 'staff', 'system')),
  CONSTRAINT case_events_actor_named CHECK ((side = 'system') = (actor_id IS NULL))
);
CREATE INDEX case_events_case ON case_events (case_id, id);
-- Only the first look by staff is an event of the case.
CREATE UNIQUE INDEX case_events_seen_once ON case_events (case_id) WHERE action = 'see';

-- The timeline is a record: nobody, not even the service, rewrites it (PRODUCT.md, rule 2).
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER case_events_append_only BEFORE UPDATE OR DELETE ON case_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_events_no_truncate BEFORE TRUNCATE ON case_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE bookings (
  case_id    uuid PRIMARY KEY,
  state      text NOT NULL,
  room_id    uuid NOT NULL REFERENCES rooms (id),
  starts_at  timestamptz NOT NULL,
  ends_at    timestamptz NOT NULL,
  occupied   tstzrange NOT NULL,
  purpose    text NOT NULL,
  attendees  integer NOT NULL,
  note       text,
  quota_week date NOT NULL,
  CONSTRAINT bookings_case_state FOREIGN KEY (case_id, state) REFERENCES cases (id, state) ON UPDATE CASCADE,
  CONSTRAINT bookings_period_not_empty CHECK (starts_at < ends_at),
  CONSTRAINT bookings_occupied_covers_use CHECK
    (lower(occupied) = starts_at AND upper(occupied) >= ends_at AND lower_inc(occupied) AND NOT upper_inc(occupied)),
  CONSTRAINT bookings_attendees_positive CHECK (attendees > 0),
  CONSTRAINT bookings_no_overlap EXCLUDE USING gist (room_id WITH =, occupied WITH &&)
    WHERE (state IN ('held', 'pending', 'confirmed'))
);
CREATE INDEX bookings_ending ON bookings (ends_at) WHERE state = 'confirmed';
COMMENT ON CONSTRAINT bookings_no_overlap ON bookings IS
  'The promise of the product: two live bookings of a room never overlap, cleaning included (PRODUCT.md, Rooms).';
COMMENT ON CONSTRAINT bookings_case_state ON bookings IS
  'The booking''s state is the case''s state: the database carries every change over.';
COMMENT ON COLUMN bookings.occupied IS 'Use and cleaning after it, half-open.';

CREATE TABLE booking_quotas (
  subject_id uuid NOT NULL REFERENCES accounts (id),
  week       date NOT NULL,
  used       integer NOT NULL,
  PRIMARY KEY (subject_id, week),
  CONSTRAINT booking_quotas_not_negative CHECK (used >= 0),
  CONSTRAINT booking_quotas_week_is_monday CHECK (extract(isodow FROM week) = 1)
);
COMMENT ON TABLE booking_quotas IS 'Bookings of one subject that start in one week (Monday) and were not refused or cancelled.';

CREATE TABLE idempotency_keys (
  account_id uuid NOT NULL REFERENCES accounts (id),
  key        text NOT NULL,
  endpoint   text NOT NULL,
  body_hash  bytea NOT NULL,
  result_id  uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
COMMENT ON TABLE idempotency_keys IS 'One key, one effect: claimed in the transaction of the effect, which it names.';

CREATE TABLE access_records (
  id          uuid PRIMARY KEY,
  subject_id  uuid NOT NULL REFERENCES accounts (id),
  reader_id   uuid NOT NULL REFERENCES accounts (id),
  reader_name text NOT NULL,
  tag         text NOT NULL,
  case_id     uuid NOT NULL REFERENCES cases (id),
  at          timestamptz NOT NULL,
  CONSTRAINT access_records_tag_known CHECK (tag IN ('contact', 'child', 'health', 'legal'))
);
CREATE INDEX access_records_subject ON access_records (subject_id, at DESC, id DESC);

CREATE TABLE notices (
  id           uuid PRIMARY KEY,
  event_key    text COLLATE "C" NOT NULL,
  account_id   uuid NOT NULL REFERENCES accounts (id),
  case_id      uuid NOT NULL REFERENCES cases (id),
  kind         text NOT NULL,
  created_at   timestamptz NOT NULL,
  deliver_at   timestamptz NOT NULL,
  withdrawn_at timestamptz,
  delivered_at timestamptz,
  read_at      timestamptz,
  CONSTRAINT notices_event_once UNIQUE (event_key),
  CONSTRAINT notices_kind_known CHECK (kind IN ('booking_confirmed', 'booking_refused', 'booking_asked',
    'booking_cancelled_by_staff', 'booking_supplemented', 'booking_escalated')),
  CONSTRAINT notices_withdrawn_or_delivered CHECK (withdrawn_at IS NULL OR delivered_at IS NULL)
);
CREATE INDEX notices_inbox ON notices (account_id, deliver_at DESC, id DESC) WHERE delivered_at IS NOT NULL;
CREATE INDEX notices_unread ON notices (account_id) WHERE delivered_at IS NOT NULL AND read_at IS NULL;
CREATE INDEX notices_undelivered ON notices (deliver_at) WHERE delivered_at IS NULL AND withdrawn_at IS NULL;
COMMENT ON CONSTRAINT notices_event_once ON notices IS 'Never the same event twice (PRODUCT.md, Notices).';

CREATE TABLE notice_deliveries (
  notice_id    uuid NOT NULL REFERENCES notices (id),
  channel      text NOT NULL,
  delivered_at timestamptz NOT NULL,
  PRIMARY KEY (notice_id, channel),
  CONSTRAINT notice_deliveries_channel_known CHECK (channel IN ('inbox', 'wechat', 'sms', 'desk_phone'))
);
COMMENT ON TABLE notice_deliveries IS 'What reached whom by which channel; each channel at most once a notice.';
