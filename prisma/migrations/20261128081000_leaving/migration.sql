-- An account is left by its person: three days in which signing in takes it back, then everything told goes.

ALTER TABLE accounts
  ADD COLUMN leaves_at timestamptz,
  ADD COLUMN erased_at timestamptz,
  ADD CONSTRAINT accounts_erased_asked CHECK
    (erased_at IS NULL OR joined_into IS NOT NULL OR coalesce(leaves_at <= erased_at, false)),
  ADD CONSTRAINT accounts_erased_empty CHECK (erased_at IS NULL OR num_nonnulls(name_enc, phone_enc, phone_hash,
    phone_seen_at, former_phone_enc, former_phone_hash, community_code, demo_key, demo_says) = 0);
CREATE INDEX accounts_leaving ON accounts (leaves_at) WHERE leaves_at IS NOT NULL AND erased_at IS NULL;
COMMENT ON COLUMN accounts.leaves_at IS 'Its person asked to erase it: final from then on, by the clock and not by the job.';
COMMENT ON COLUMN accounts.erased_at IS 'Nothing that was told is left; the id stays for what is only added to.';
COMMENT ON CONSTRAINT accounts_erased_asked ON accounts IS 'Nobody is erased before the time that was said, or who did not ask.';
COMMENT ON CONSTRAINT accounts_erased_empty ON accounts IS 'Whatever comes late finds no way into an account that was erased.';

-- Nothing new is written for an account that is none any more, or is being left.
CREATE OR REPLACE FUNCTION account_must_live() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  holder uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  gone boolean;
BEGIN
  SELECT num_nonnulls(joined_into, leaves_at, erased_at) > 0 INTO gone FROM accounts WHERE id = holder FOR KEY SHARE;
  IF gone THEN
    RAISE EXCEPTION 'the account was joined or left' USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION cases_account_lives() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone boolean;
BEGIN
  SELECT bool_or(n.gone) INTO gone FROM (
    SELECT num_nonnulls(joined_into, leaves_at, erased_at) > 0 AS gone FROM accounts
    WHERE id IN (NEW.subject_id, NEW.actor_id) FOR KEY SHARE) n;
  IF gone THEN
    RAISE EXCEPTION 'the account was joined or left' USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NEW;
END $$;
-- Nobody is told who is not there any more.
CREATE OR REPLACE FUNCTION notices_follow_account() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  erased timestamptz;
BEGIN
  SELECT coalesce(joined_into, id), erased_at INTO NEW.account_id, erased
    FROM accounts WHERE id = NEW.account_id FOR KEY SHARE;
  IF erased IS NOT NULL THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;

-- One's own export is justified by itself.
ALTER TABLE access_records DROP CONSTRAINT access_records_justified,
  ADD CONSTRAINT access_records_justified CHECK (case_id IS NOT NULL OR child_id IS NOT NULL OR subject_id = reader_id);

-- Why a child's data went: staff refused its only guardian, or that one left.
ALTER TABLE erasure_proofs DROP CONSTRAINT erasure_proofs_cause_known,
  ADD CONSTRAINT erasure_proofs_cause_known CHECK (cause IN ('asked', 'consent', 'retention', 'refused', 'left'));

-- What somebody wrote into timelines, and what was written to them: of a child's place only their own words, as the
-- other guardian goes on reading it. Only for an account whose time has come.
CREATE FUNCTION erase_account_notes(account uuid, erased timestamptz)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  n integer;
  theirs uuid[] := account_ids(account);
BEGIN
  IF NOT EXISTS (SELECT FROM accounts WHERE id = account AND leaves_at <= erased AND erased_at IS NULL) THEN
    RAISE EXCEPTION 'nobody asked for it' USING ERRCODE = 'restrict_violation';
  END IF;
  UPDATE case_events e SET note = NULL WHERE e.note IS NOT NULL AND (
    e.case_id IN (SELECT id FROM cases WHERE subject_id = ANY (theirs) AND type <> 'enrolment')
    OR (e.side = 'party' AND e.actor_id = ANY (theirs)));
  GET DIAGNOSTICS n = ROW_COUNT;
  IF n > 0 THEN
    INSERT INTO erasure_proofs (about_id, tag, cause, fields, at) VALUES (account, 'contact', 'asked', n, erased);
  END IF;
  RETURN n;
END $$;
