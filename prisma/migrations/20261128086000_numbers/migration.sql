-- A number that somebody has just brought along proves nobody a second time; a lost one is taken off where it stands.

ALTER TABLE accounts ADD COLUMN phone_proof_from timestamptz;
COMMENT ON COLUMN accounts.phone_proof_from IS 'The number came by a code or a join: only from then on it is a second proof. Null: it is one.';

ALTER TABLE number_changes ADD COLUMN lost_on uuid REFERENCES accounts (id);
COMMENT ON COLUMN number_changes.lost_on IS 'On which row of the person''s the lost number stood, which may be one that was joined.';

-- Whoever writes for somebody who is leaving is told so; a join, and signing in, are tried again.
CREATE OR REPLACE FUNCTION account_must_live() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  holder uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  joined boolean;
  leaving boolean;
BEGIN
  SELECT joined_into IS NOT NULL, num_nonnulls(leaves_at, erased_at) > 0 INTO joined, leaving
    FROM accounts WHERE id = holder FOR KEY SHARE;
  IF leaving AND NOT joined AND TG_TABLE_NAME <> 'sessions' THEN
    RAISE EXCEPTION 'the account is being left' USING ERRCODE = 'LL001';
  END IF;
  IF joined OR leaving THEN
    RAISE EXCEPTION 'the account was joined or left' USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION cases_account_lives() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  joined boolean;
  leaving boolean;
BEGIN
  SELECT bool_or(n.joined), bool_or(n.leaving) INTO joined, leaving FROM (
    SELECT joined_into IS NOT NULL AS joined, num_nonnulls(leaves_at, erased_at) > 0 AS leaving FROM accounts
    WHERE id IN (NEW.subject_id, NEW.actor_id) FOR KEY SHARE) n;
  IF joined THEN
    RAISE EXCEPTION 'the account was joined' USING ERRCODE = 'serialization_failure';
  END IF;
  IF leaving THEN
    RAISE EXCEPTION 'the account is being left' USING ERRCODE = 'LL001';
  END IF;
  RETURN NEW;
END $$;
