-- The care day: alerts that somebody takes, marks that differ, duties that do not overlap, PINs locked tablet by tablet.

-- ── Alerts ────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE care_alerts (
  id         uuid PRIMARY KEY,
  kind       text NOT NULL,
  session_id uuid NOT NULL REFERENCES care_sessions (id),
  case_id    uuid NOT NULL REFERENCES cases (id),
  child_id   uuid NOT NULL REFERENCES children (id),
  raised_at  timestamptz NOT NULL,
  level      integer NOT NULL DEFAULT 0,
  taken_by   uuid REFERENCES accounts (id),
  taken_at   timestamptz,
  closed_at  timestamptz,
  CONSTRAINT care_alerts_kind_known CHECK (kind IN ('barred', 'refused', 'overridden', 'incident', 'missing', 'late',
    'differ')),
  CONSTRAINT care_alerts_level_known CHECK (level BETWEEN 0 AND 2),
  CONSTRAINT care_alerts_taken_whole CHECK ((taken_by IS NULL) = (taken_at IS NULL))
);
CREATE UNIQUE INDEX care_alerts_open_once ON care_alerts (session_id, child_id, kind) WHERE closed_at IS NULL;
CREATE INDEX care_alerts_untaken ON care_alerts (raised_at) WHERE closed_at IS NULL AND taken_by IS NULL;
CREATE INDEX care_alerts_child ON care_alerts (child_id);
COMMENT ON TABLE care_alerts IS 'What somebody has to see to at once; exactly one has it (guarded update of taken_by).';
COMMENT ON COLUMN care_alerts.raised_at IS 'Of the last record that raised it; the clock of escalation.';
COMMENT ON COLUMN care_alerts.level IS 'Steps of escalation that were gone: 1 the staff of the community, 2 the township.';
COMMENT ON CONSTRAINT care_alerts_kind_known ON care_alerts IS 'The kinds of care-alerts.ts.';
COMMENT ON CONSTRAINT care_alerts_level_known ON care_alerts IS 'There are two steps.';
COMMENT ON CONSTRAINT care_alerts_taken_whole ON care_alerts IS 'Whoever took it took it at some time.';
COMMENT ON INDEX care_alerts_open_once IS 'What happens again while nobody has closed it is the same alert.';

CREATE TABLE care_alert_people (
  alert_id   uuid NOT NULL REFERENCES care_alerts (id),
  account_id uuid NOT NULL REFERENCES accounts (id),
  told_at    timestamptz NOT NULL,
  PRIMARY KEY (alert_id, account_id)
);
CREATE INDEX care_alert_people_account ON care_alert_people (account_id, told_at DESC);
COMMENT ON TABLE care_alert_people IS 'To whom an alert was sent: it opens for them and nobody else.';

CREATE TABLE care_alert_steps (
  id        uuid PRIMARY KEY,
  alert_id  uuid NOT NULL REFERENCES care_alerts (id),
  kind      text NOT NULL,
  at        timestamptz NOT NULL,
  by_id     uuid REFERENCES accounts (id),
  by_name   text,
  to_name   text,
  record_id uuid REFERENCES care_records (id),
  outcome   text,
  CONSTRAINT care_alert_steps_kind_known CHECK (kind IN ('raised', 'taken', 'handed_on', 'escalated', 'closed')),
  CONSTRAINT care_alert_steps_outcome_said CHECK ((kind = 'closed') = (outcome IS NOT NULL)),
  CONSTRAINT care_alert_steps_outcome_known CHECK (outcome IN ('settled', 'mistake', 'police', 'arrived', 'picked_up',
    'decided'))
);
CREATE INDEX care_alert_steps_alert ON care_alert_steps (alert_id, at);
CREATE TRIGGER care_alert_steps_append_only BEFORE UPDATE OR DELETE ON care_alert_steps
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER care_alert_steps_no_truncate BEFORE TRUNCATE ON care_alert_steps
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
COMMENT ON TABLE care_alert_steps IS 'What became of an alert: only added to.';
COMMENT ON CONSTRAINT care_alert_steps_kind_known ON care_alert_steps IS 'The steps of care-alerts.ts.';
COMMENT ON CONSTRAINT care_alert_steps_outcome_said ON care_alert_steps IS 'An alert is closed with what happened.';
COMMENT ON CONSTRAINT care_alert_steps_outcome_known ON care_alert_steps IS 'Three that people say, three that the roll call says.';

CREATE TABLE care_alert_words (
  step_id   uuid PRIMARY KEY REFERENCES care_alert_steps (id),
  words_enc text NOT NULL
);
COMMENT ON TABLE care_alert_words IS 'What happened, in words: apart from the step, so that they can be erased while it stays.';
COMMENT ON COLUMN care_alert_words.words_enc IS 'Tag child.';

ALTER TABLE notices ADD COLUMN alert_id uuid REFERENCES care_alerts (id);
CREATE INDEX notices_alert ON notices (alert_id) WHERE alert_id IS NOT NULL;
COMMENT ON COLUMN notices.alert_id IS 'What the notice opens, for those to whom the alert was sent.';
-- Whatever kinds there are by now, and ours.
DO $$
DECLARE known text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'notices_kind_known');
BEGIN
  ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
  EXECUTE 'ALTER TABLE notices ADD CONSTRAINT notices_kind_known '
    || replace(known, 'ARRAY[', 'ARRAY[''child_came''::text, ''child_marks_differ''::text, ''care_alert_handed''::text, ');
END $$;
COMMENT ON CONSTRAINT notices_kind_known ON notices IS 'The kinds of notices.ts.';

-- ── Marks of two devices ──────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE care_records
  ADD COLUMN against_id uuid REFERENCES care_records (id),
  ADD COLUMN decides_id uuid REFERENCES care_records (id),
  ADD CONSTRAINT care_records_against_mark CHECK (against_id IS NULL OR kind IN ('present', 'absent')),
  ADD CONSTRAINT care_records_decides_mark CHECK (decides_id IS NULL OR kind IN ('present', 'absent'));
CREATE UNIQUE INDEX care_records_decided_once ON care_records (decides_id) WHERE decides_id IS NOT NULL;
COMMENT ON COLUMN care_records.against_id IS 'Another device''s mark that says the contrary, and that was not seen when this one was made.';
COMMENT ON COLUMN care_records.decides_id IS 'The mark whose difference this one decides.';
COMMENT ON CONSTRAINT care_records_against_mark ON care_records IS 'Only marks differ.';
COMMENT ON CONSTRAINT care_records_decides_mark ON care_records IS 'A difference is decided by a mark.';
COMMENT ON INDEX care_records_decided_once IS 'Two who decide at once: one does.';

-- ── Tries of a PIN, tablet by tablet ──────────────────────────────────────────────────────────────────────────────
CREATE TABLE care_pin_tries (
  device_id    uuid NOT NULL REFERENCES care_devices (id),
  account_id   uuid NOT NULL REFERENCES accounts (id),
  attempts     integer NOT NULL,
  locked_until timestamptz,
  PRIMARY KEY (device_id, account_id),
  CONSTRAINT care_pin_tries_bounded CHECK (attempts BETWEEN 1 AND 5)
);
COMMENT ON TABLE care_pin_tries IS 'Wrong PINs hurt the tablet on which they were typed, not the carer everywhere.';
COMMENT ON CONSTRAINT care_pin_tries_bounded ON care_pin_tries IS 'A row begins with the first try, and the fifth locks.';
INSERT INTO care_pin_tries (device_id, account_id, attempts, locked_until)
  SELECT d.id, p.account_id, p.attempts, p.locked_until FROM care_pins p CROSS JOIN care_devices d
  WHERE d.revoked_at IS NULL AND p.locked_until > now();
ALTER TABLE care_pins DROP COLUMN attempts, DROP COLUMN locked_until;

-- ── A carer is in one programme at a time ─────────────────────────────────────────────────────────────────────────
CREATE TABLE care_duty_hours (
  duty_id      uuid NOT NULL REFERENCES care_duties (id),
  session_id   uuid NOT NULL REFERENCES care_sessions (id) ON DELETE CASCADE,
  programme_id uuid NOT NULL REFERENCES programmes (id),
  account_id   uuid NOT NULL REFERENCES accounts (id),
  during       tstzrange NOT NULL,
  PRIMARY KEY (duty_id, session_id)
);
COMMENT ON TABLE care_duty_hours IS 'When each duty is, session by session: written by the database from care_duties and care_sessions.';

INSERT INTO care_duty_hours
  SELECT d.id, s.id, d.programme_id, d.account_id, tstzrange(s.starts_at, s.ends_at)
  FROM care_duties d JOIN care_sessions s ON s.programme_id = d.programme_id AND s.day BETWEEN d.starts_on AND d.ends_on
    AND extract(isodow FROM s.day)::integer = ANY (d.weekdays)
    JOIN programmes p ON p.id = d.programme_id AND p.state <> 'cancelled'
  WHERE (d.ended_at IS NULL OR s.starts_at < d.ended_at) AND s.ends_at > now();
-- Plans made before this are left to whoever made them: of two at one hour the later duty stays on the plan without hours.
DELETE FROM care_duty_hours h USING care_duty_hours o, care_duties hd, care_duties od
  WHERE hd.id = h.duty_id AND od.id = o.duty_id AND o.account_id = h.account_id AND o.programme_id <> h.programme_id
    AND o.during && h.during AND (od.created_at, od.id) < (hd.created_at, hd.id);
ALTER TABLE care_duty_hours ADD CONSTRAINT care_duty_hours_one_place
  EXCLUDE USING gist (account_id WITH =, programme_id WITH <>, during WITH &&);
COMMENT ON CONSTRAINT care_duty_hours_one_place ON care_duty_hours IS 'Nobody looks after children of two programmes at one hour.';
CREATE INDEX care_duty_hours_session ON care_duty_hours (session_id);

CREATE FUNCTION write_duty_hours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM care_duty_hours h USING care_sessions s
    WHERE h.duty_id = NEW.id AND s.id = h.session_id AND s.starts_at >= coalesce(NEW.ended_at, '-infinity');
  INSERT INTO care_duty_hours
    SELECT NEW.id, s.id, NEW.programme_id, NEW.account_id, tstzrange(s.starts_at, s.ends_at)
    FROM care_sessions s JOIN programmes p ON p.id = s.programme_id AND p.state <> 'cancelled'
    WHERE s.programme_id = NEW.programme_id AND s.day BETWEEN NEW.starts_on AND NEW.ends_on
      AND extract(isodow FROM s.day)::integer = ANY (NEW.weekdays)
      AND (NEW.ended_at IS NULL OR s.starts_at < NEW.ended_at)
    ON CONFLICT (duty_id, session_id) DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER care_duties_hours AFTER INSERT OR UPDATE OF ended_at ON care_duties
  FOR EACH ROW EXECUTE FUNCTION write_duty_hours();

CREATE FUNCTION write_session_hours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO care_duty_hours
    SELECT d.id, s.id, d.programme_id, d.account_id, tstzrange(s.starts_at, s.ends_at)
    FROM added s JOIN care_duties d ON d.programme_id = s.programme_id AND s.day BETWEEN d.starts_on AND d.ends_on
      AND extract(isodow FROM s.day)::integer = ANY (d.weekdays)
    WHERE d.ended_at IS NULL OR s.starts_at < d.ended_at;
  RETURN NULL;
END $$;
CREATE TRIGGER care_sessions_hours AFTER INSERT ON care_sessions
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION write_session_hours();

CREATE FUNCTION drop_duty_hours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM care_duty_hours WHERE programme_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER programmes_duty_hours AFTER UPDATE OF state ON programmes
  FOR EACH ROW WHEN (NEW.state = 'cancelled') EXECUTE FUNCTION drop_duty_hours();
