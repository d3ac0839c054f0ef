-- Two guardians of one child: who decides, what is frozen, how a link ends, and one child that was typed twice.

-- ── Guardians ─────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE guardians
  ADD COLUMN known_at timestamptz,
  ADD COLUMN end_reason text,
  ADD COLUMN ended_by uuid REFERENCES accounts (id);
UPDATE guardians SET known_at = verified_at WHERE verified_at IS NOT NULL;
ALTER TABLE guardians
  ADD CONSTRAINT guardians_verified_known CHECK (verified_at IS NULL OR known_at IS NOT NULL);
COMMENT ON COLUMN guardians.known_at IS 'When staff first saw the papers; stays when a change of the child''s name ends the verification.';
COMMENT ON CONSTRAINT guardians_verified_known ON guardians IS 'Whoever is verified now was seen by staff.';

CREATE FUNCTION guardians_keep_known() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.verified_at IS NOT NULL AND NEW.known_at IS NULL THEN NEW.known_at := NEW.verified_at; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guardians_keep_known BEFORE INSERT OR UPDATE OF verified_at ON guardians
  FOR EACH ROW EXECUTE FUNCTION guardians_keep_known();

CREATE OR REPLACE VIEW deciding_guardians AS
SELECT g.child_id, g.account_id, g.place FROM guardians g
WHERE g.ended_at IS NULL AND (g.verified_at IS NOT NULL OR (
  NOT EXISTS (SELECT FROM guardians v WHERE v.child_id = g.child_id AND v.ended_at IS NULL AND v.verified_at IS NOT NULL)
  AND (g.known_at IS NOT NULL OR (
    g.account_id = (SELECT c.created_by FROM children c WHERE c.id = g.child_id)
    AND NOT EXISTS (SELECT FROM guardians k WHERE k.child_id = g.child_id AND k.known_at IS NOT NULL)))));
COMMENT ON VIEW deciding_guardians IS
  'The same rule as children/policy.ts: whom staff have verified; before anybody is, whoever added the child.';

-- Ending a verified guardian takes papers and two staff members.
CREATE TABLE guardian_endings (
  id          uuid PRIMARY KEY,
  guardian_id uuid NOT NULL REFERENCES guardians (id),
  reason      text NOT NULL,
  proposed_by uuid NOT NULL REFERENCES accounts (id),
  proposer    text NOT NULL,
  proposed_at timestamptz NOT NULL,
  decided_by  uuid REFERENCES accounts (id),
  decider     text,
  decided_at  timestamptz,
  approved    boolean,
  CONSTRAINT guardian_endings_reason_known CHECK (reason IN ('court_order', 'custody_agreement', 'not_guardian', 'death', 'own_wish')),
  CONSTRAINT guardian_endings_second_person CHECK (decided_by IS NULL OR decided_by <> proposed_by),
  CONSTRAINT guardian_endings_decided_whole CHECK ((decided_by IS NULL) = (decided_at IS NULL)
    AND (decided_by IS NULL) = (approved IS NULL) AND (decided_by IS NULL) = (decider IS NULL))
);
CREATE UNIQUE INDEX guardian_endings_open_once ON guardian_endings (guardian_id) WHERE decided_at IS NULL;
COMMENT ON CONSTRAINT guardian_endings_second_person ON guardian_endings IS
  'A verified guardian is ended by two staff members who saw the papers (PRODUCT.md, Two guardians).';
COMMENT ON CONSTRAINT guardian_endings_decided_whole ON guardian_endings IS 'A decision says who, when and what.';
COMMENT ON CONSTRAINT guardian_endings_reason_known ON guardian_endings IS 'What the papers were; no free words about a family.';
COMMENT ON INDEX guardian_endings_open_once IS 'One proposal about a guardian at a time.';
ALTER TABLE guardians ADD CONSTRAINT guardians_end_reason_known CHECK (end_reason IN ('court_order', 'custody_agreement',
  'not_guardian', 'death', 'own_wish', 'papers_missing', 'papers_differ', 'not_the_person'));
COMMENT ON CONSTRAINT guardians_end_reason_known ON guardians IS 'Why staff ended or refused a link; null when a guardian took it back.';

-- ── Freezing ──────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE child_freezes (
  id        uuid PRIMARY KEY,
  child_id  uuid NOT NULL REFERENCES children (id),
  what      text NOT NULL,
  version   integer NOT NULL,
  asked_by  uuid NOT NULL REFERENCES accounts (id),
  asked_at  timestamptz NOT NULL,
  final_at  timestamptz NOT NULL,
  ended_at  timestamptz,
  outcome   text,
  ended_by  uuid REFERENCES accounts (id),
  for_guardian uuid REFERENCES guardians (id),
  CONSTRAINT child_freezes_what_known CHECK (what IN ('consent', 'erase')),
  CONSTRAINT child_freezes_outcome_known CHECK (outcome IN ('final', 'taken_back', 'stopped')),
  CONSTRAINT child_freezes_ended_whole CHECK ((ended_at IS NULL) = (outcome IS NULL)),
  CONSTRAINT child_freezes_stopped_whole CHECK (outcome IS DISTINCT FROM 'stopped' OR (ended_by IS NOT NULL AND for_guardian IS NOT NULL)),
  CONSTRAINT child_freezes_in_order CHECK (final_at > asked_at)
);
CREATE UNIQUE INDEX child_freezes_open_once ON child_freezes (child_id) WHERE ended_at IS NULL;
CREATE INDEX child_freezes_due ON child_freezes (final_at) WHERE ended_at IS NULL;
CREATE INDEX child_freezes_child ON child_freezes (child_id, asked_at DESC);
COMMENT ON TABLE child_freezes IS 'One of two verified guardians took the consent back or asked to erase: at once nobody reads, final after three days.';
COMMENT ON INDEX child_freezes_open_once IS 'One freeze of a child at a time.';
COMMENT ON CONSTRAINT child_freezes_ended_whole ON child_freezes IS 'An end says what came of it.';
COMMENT ON CONSTRAINT child_freezes_stopped_whole ON child_freezes IS 'A stop at the counter is on the record: which staff, for which guardian.';
COMMENT ON CONSTRAINT child_freezes_in_order ON child_freezes IS 'The other guardian has time to come.';

-- ── The pick-up list ──────────────────────────────────────────────────────────────────────────────────────────────
UPDATE pickup_people p SET ended_at = now() WHERE p.kind = 'listed' AND p.ended_at IS NULL AND EXISTS (
  SELECT FROM pickup_people o WHERE o.child_id = p.child_id AND o.kind = 'listed' AND o.ended_at IS NULL
    AND o.name_hash = p.name_hash AND (o.created_at, o.id) > (p.created_at, p.id));
CREATE UNIQUE INDEX pickup_people_listed_once ON pickup_people (child_id, name_hash)
  WHERE kind = 'listed' AND ended_at IS NULL;
COMMENT ON INDEX pickup_people_listed_once IS 'The same person, by compared name, stands on a child''s list once.';
ALTER TABLE pickup_people ADD COLUMN ended_by uuid REFERENCES accounts (id);
COMMENT ON COLUMN pickup_people.ended_by IS 'Who took the person off; what one guardian removed the other does not bring back by phone.';

-- ── One child is one child ────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE children
  ADD COLUMN identity_hash bytea,
  ADD COLUMN identity_no integer NOT NULL DEFAULT 0,
  ADD COLUMN named_at timestamptz,
  ADD COLUMN grade_year integer,
  ADD COLUMN verified_year integer;
UPDATE children SET named_at = created_at,
  grade_year = extract(year FROM (created_at AT TIME ZONE 'Asia/Shanghai') - interval '8 months')::int,
  verified_year = extract(year FROM (created_at AT TIME ZONE 'Asia/Shanghai') - interval '8 months')::int;
-- Until the job that knows the keys has made them (keys/rehash.ts) a child of before is like no other.
UPDATE children SET identity_hash = decode(md5('one ' || id) || md5('two ' || id), 'hex') WHERE erased_at IS NULL;
CREATE INDEX children_identity ON children (identity_hash) WHERE erased_at IS NULL;
ALTER TABLE children ADD CONSTRAINT children_erased_unknown CHECK (erased_at IS NULL OR identity_hash IS NULL);
COMMENT ON COLUMN children.identity_hash IS 'Keyed hash of prefecture, compared name and birth date: is this child here already?';
COMMENT ON COLUMN children.identity_no IS 'Not 0 where staff saw by papers that children of one name and birth date are different.';
COMMENT ON COLUMN children.named_at IS 'When name and birth date were last given: papers compared before prove nothing.';
COMMENT ON COLUMN children.grade_year IS 'The school year (from 1 September) in which the grade was said; null: the year of adding.';
COMMENT ON COLUMN children.verified_year IS 'The school year in which staff saw proof of circumstances: they count in that year.';
COMMENT ON CONSTRAINT children_erased_unknown ON children IS 'An erased child is not recognised again.';

ALTER TABLE enrolments ADD COLUMN identity text;
COMMENT ON COLUMN enrolments.identity IS 'Which child this is, kept by triggers from children.identity_hash and identity_no.';
CREATE UNIQUE INDEX enrolments_identity_once ON enrolments (programme_id, identity)
  WHERE state IN ('entered', 'waiting', 'held', 'confirmed');
COMMENT ON INDEX enrolments_identity_once IS 'One child is in a programme once, however often it was typed (PRODUCT.md, Two guardians).';

CREATE FUNCTION child_identity(child children) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode((child).identity_hash, 'hex') || '/' || (child).identity_no
$$;
CREATE FUNCTION enrolments_keep_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT child_identity(c) INTO NEW.identity FROM children c WHERE c.id = NEW.child_id;
  RETURN NEW;
END $$;
CREATE TRIGGER enrolments_keep_identity BEFORE INSERT ON enrolments
  FOR EACH ROW EXECUTE FUNCTION enrolments_keep_identity();
CREATE FUNCTION children_tell_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE enrolments SET identity = child_identity(NEW) WHERE child_id = NEW.id
    AND identity IS DISTINCT FROM child_identity(NEW);
  RETURN NULL;
END $$;
CREATE TRIGGER children_tell_identity AFTER UPDATE OF identity_hash, identity_no ON children
  FOR EACH ROW WHEN (OLD.identity_hash IS DISTINCT FROM NEW.identity_hash OR OLD.identity_no <> NEW.identity_no)
  EXECUTE FUNCTION children_tell_identity();

-- Which of several records of one child stands: one with a verified guardian, then the earlier. The others wait for staff.
CREATE VIEW doubled_children AS
SELECT c.id FROM children c WHERE c.erased_at IS NULL AND c.identity_hash IS NOT NULL AND EXISTS (
  SELECT FROM children o WHERE o.identity_hash = c.identity_hash AND o.identity_no = c.identity_no AND o.id <> c.id
    AND o.erased_at IS NULL AND (
      SELECT (coalesce(bool_or(g.child_id = o.id AND g.verified_at IS NOT NULL), false), c.created_at, c.id)
        > (coalesce(bool_or(g.child_id = c.id AND g.verified_at IS NOT NULL), false), o.created_at, o.id)
      FROM guardians g WHERE g.child_id IN (c.id, o.id) AND g.ended_at IS NULL));
COMMENT ON VIEW doubled_children IS 'Records that stand behind another one of the same child until staff have looked.';

-- ── Notices about a child ─────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE notices
  ADD COLUMN child_id uuid REFERENCES children (id),
  ALTER COLUMN case_id DROP NOT NULL,
  ADD CONSTRAINT notices_about_something CHECK (case_id IS NOT NULL OR child_id IS NOT NULL);
COMMENT ON CONSTRAINT notices_about_something ON notices IS 'A notice leads to a case or to a child.';
ALTER TABLE notices DROP CONSTRAINT notices_kind_known,
  ADD CONSTRAINT notices_kind_known CHECK (kind IN ('booking_confirmed', 'booking_refused', 'booking_asked',
    'booking_cancelled_by_staff', 'booking_supplemented', 'booking_escalated', 'offer_made', 'offer_lapsed',
    'line_ended', 'line_moved', 'enrolment_confirmed', 'enrolment_cancelled_by_staff', 'draw_placed', 'draw_waiting',
    'programme_cancelled', 'child_released', 'child_absent', 'child_missing', 'child_health', 'child_incident',
    'child_late_15', 'child_late_30', 'child_late_60', 'barred_person_seen', 'release_refused', 'release_overridden',
    'rating_invited', 'rating_replied', 'rating_text_passed', 'rating_text_refused', 'follow_up_opened',
    'follow_up_contacted', 'follow_up_extended', 'follow_up_rectify', 'follow_up_rectified', 'follow_up_told',
    'follow_up_review', 'follow_up_reviewed', 'follow_up_overturned', 'follow_up_verdict', 'follow_up_escalated',
    'guardian_joined', 'guardian_verified', 'guardian_refused', 'guardian_ended',
    'guardian_left_place', 'guardian_consent_given', 'guardian_bar_set', 'guardian_bar_lifted',
    'guardian_pickup_listed', 'guardian_pickup_removed', 'guardian_code_made', 'guardian_contacts_changed',
    'guardian_health_changed', 'guardian_profile_changed', 'guardian_frozen', 'guardian_erasing',
    'guardian_freeze_stopped', 'guardian_freeze_taken_back', 'guardian_consent_withdrawn', 'guardian_child_erased'));
