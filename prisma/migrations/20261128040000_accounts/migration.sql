-- One person, one account: two that prove to be one are joined, and a number can change or come to somebody else.

ALTER TABLE accounts
  ADD COLUMN joined_into       uuid REFERENCES accounts (id),
  ADD COLUMN phone_seen_at     timestamptz,
  ADD COLUMN name_tries        integer NOT NULL DEFAULT 0,
  ADD COLUMN former_phone_enc  text,
  ADD COLUMN former_phone_hash bytea,
  ADD CONSTRAINT accounts_joined_into_another CHECK (joined_into <> id),
  ADD CONSTRAINT accounts_name_tries_bounded CHECK (name_tries BETWEEN 0 AND 3),
  ADD CONSTRAINT accounts_former_phone_whole CHECK ((former_phone_enc IS NULL) = (former_phone_hash IS NULL));
CREATE INDEX accounts_joined ON accounts (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX accounts_former_phone ON accounts (former_phone_hash) WHERE former_phone_hash IS NOT NULL;
COMMENT ON COLUMN accounts.joined_into IS 'The account that this one became part of; its number and WeChat go on opening that one.';
COMMENT ON COLUMN accounts.phone_seen_at IS 'When the number last proved itself by a code.';
COMMENT ON COLUMN accounts.former_phone_enc IS 'Tag contact. A number that came to somebody else: by it staff find the account at the counter.';
COMMENT ON CONSTRAINT accounts_joined_into_another ON accounts IS 'Nobody is joined into themselves.';
COMMENT ON CONSTRAINT accounts_name_tries_bounded ON accounts IS 'Three tries at the name of a number''s earlier owner.';
COMMENT ON CONSTRAINT accounts_former_phone_whole ON accounts IS 'A number is sealed and hashed, or not there.';

-- A number that was there before counts as seen when its account was last used.
UPDATE accounts a SET phone_seen_at = coalesce(
    (SELECT max(s.last_used_at) FROM sessions s WHERE s.account_id = a.id), a.created_at)
  WHERE a.phone_hash IS NOT NULL;

-- The account and all that became part of it: what is only added to keeps the id under which it was written.
CREATE FUNCTION account_ids(account uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(id) FROM accounts WHERE id = account OR joined_into = account
$$;

-- A write of a request that began before the join waits for it and is tried again: nothing new is ever
-- written for an account that is none any more.
CREATE FUNCTION account_must_live() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  holder uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
  gone boolean;
BEGIN
  SELECT joined_into IS NOT NULL INTO gone FROM accounts WHERE id = holder FOR KEY SHARE;
  IF gone THEN
    RAISE EXCEPTION 'the account was joined' USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NEW;
END $$;
-- What is told goes to whoever the person is now.
CREATE FUNCTION notices_follow_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT coalesce(joined_into, id) INTO NEW.account_id FROM accounts WHERE id = NEW.account_id FOR KEY SHARE;
  RETURN NEW;
END $$;
CREATE FUNCTION cases_account_lives() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone boolean;
BEGIN
  SELECT bool_or(n.gone) INTO gone FROM (SELECT joined_into IS NOT NULL AS gone FROM accounts
    WHERE id IN (NEW.subject_id, NEW.actor_id) FOR KEY SHARE) n;
  IF gone THEN
    RAISE EXCEPTION 'the account was joined' USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_account_lives BEFORE INSERT ON cases FOR EACH ROW EXECUTE FUNCTION cases_account_lives();
CREATE TRIGGER notices_follow_account BEFORE INSERT ON notices FOR EACH ROW EXECUTE FUNCTION notices_follow_account();
CREATE TRIGGER sessions_account_lives BEFORE INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION account_must_live('account_id');
CREATE TRIGGER login_identities_account_lives BEFORE INSERT ON login_identities
  FOR EACH ROW EXECUTE FUNCTION account_must_live('account_id');
CREATE TRIGGER grants_account_lives BEFORE INSERT ON grants
  FOR EACH ROW EXECUTE FUNCTION account_must_live('account_id');
CREATE TRIGGER guardians_account_lives BEFORE INSERT ON guardians
  FOR EACH ROW EXECUTE FUNCTION account_must_live('account_id');
CREATE TRIGGER survey_participants_account_lives BEFORE INSERT ON survey_participants
  FOR EACH ROW EXECUTE FUNCTION account_must_live('account_id');

-- A rating stands as it was given; whose it is follows the person.
CREATE OR REPLACE FUNCTION ratings_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.case_id, NEW.grade, NEW.reasons, NEW.reasons_version, NEW.rated_at, NEW.unprompted)
    IS DISTINCT FROM
    (OLD.id, OLD.case_id, OLD.grade, OLD.reasons, OLD.reasons_version, OLD.rated_at, OLD.unprompted)
    OR (NEW.rater_id <> OLD.rater_id AND NOT EXISTS (SELECT FROM accounts
      WHERE id = OLD.rater_id AND joined_into = NEW.rater_id))
  THEN
    RAISE EXCEPTION 'a rating stands as it was given' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TABLE account_joins (
  id      uuid PRIMARY KEY,
  from_id uuid NOT NULL REFERENCES accounts (id),
  into_id uuid NOT NULL REFERENCES accounts (id),
  proof   text NOT NULL,
  rows    jsonb NOT NULL,
  at      timestamptz NOT NULL,
  CONSTRAINT account_joins_once UNIQUE (from_id),
  CONSTRAINT account_joins_two CHECK (from_id <> into_id),
  CONSTRAINT account_joins_proof_known CHECK (proof IN ('phone', 'wechat', 'counter'))
);
CREATE INDEX account_joins_into ON account_joins (into_id);
COMMENT ON TABLE account_joins IS 'Which account became part of which, by what proof, and how many rows of each kind moved. Append-only.';
COMMENT ON CONSTRAINT account_joins_once ON account_joins IS 'An account is joined into another once.';
COMMENT ON CONSTRAINT account_joins_two ON account_joins IS 'A join is of two accounts.';
CREATE TRIGGER account_joins_append_only BEFORE UPDATE OR DELETE ON account_joins
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER account_joins_no_truncate BEFORE TRUNCATE ON account_joins
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE number_changes (
  id             uuid PRIMARY KEY,
  account_id     uuid NOT NULL REFERENCES accounts (id),
  way            text NOT NULL,
  community_code text COLLATE "C" REFERENCES divisions (code),
  papers         text,
  old_phone_enc  text,
  new_phone_enc  text,
  proposed_by    uuid NOT NULL REFERENCES accounts (id),
  proposer       text NOT NULL,
  proposed_at    timestamptz NOT NULL,
  decided_by     uuid REFERENCES accounts (id),
  decider        text,
  decided_at     timestamptz,
  approved       boolean,
  told_at        timestamptz,
  CONSTRAINT number_changes_way_known CHECK (way IN ('code', 'counter')),
  CONSTRAINT number_changes_papers_known CHECK (papers IN ('identity_card', 'household_register', 'social_security_card')),
  CONSTRAINT number_changes_counter_whole CHECK ((way = 'counter') = (papers IS NOT NULL)
    AND (way = 'counter') = (community_code IS NOT NULL)),
  CONSTRAINT number_changes_second_person CHECK (way <> 'counter' OR approved IS NOT TRUE OR decided_by <> proposed_by),
  CONSTRAINT number_changes_decided_whole CHECK ((decided_by IS NULL) = (decided_at IS NULL)
    AND (decided_by IS NULL) = (approved IS NULL) AND (decided_by IS NULL) = (decider IS NULL))
);
CREATE INDEX number_changes_account ON number_changes (account_id, proposed_at DESC);
CREATE UNIQUE INDEX number_changes_open_once ON number_changes (account_id) WHERE decided_at IS NULL;
COMMENT ON TABLE number_changes IS 'Every change of an account''s number: by a code, or at the counter by two members of staff. Its person reads it.';
COMMENT ON COLUMN number_changes.old_phone_enc IS 'Tag contact; until it was told.';
COMMENT ON COLUMN number_changes.new_phone_enc IS 'Tag contact; until it was decided.';
COMMENT ON CONSTRAINT number_changes_second_person ON number_changes IS
  'At the counter papers are seen by two members of staff (PRODUCT.md, Sessions).';
COMMENT ON CONSTRAINT number_changes_counter_whole ON number_changes IS 'Papers are seen at a counter of some community.';
COMMENT ON CONSTRAINT number_changes_decided_whole ON number_changes IS 'A decision has who, when and what.';
COMMENT ON INDEX number_changes_open_once IS 'One change of an account waits at a time.';
