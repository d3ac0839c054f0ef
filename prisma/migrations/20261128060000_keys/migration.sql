-- What is sealed is bound to its row, so every row needs a name of its own that never changes.
ALTER TABLE login_identities
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD CONSTRAINT login_identities_id_once UNIQUE (id);
COMMENT ON CONSTRAINT login_identities_id_once ON login_identities IS
  'The row to which subject_enc is bound: the hash changes with the lookup key, and the account may change hands.';

CREATE TABLE key_checks (
  kind       text NOT NULL,
  id         text NOT NULL,
  value      bytea NOT NULL,
  writes     boolean NOT NULL DEFAULT false,
  added_at   timestamptz NOT NULL DEFAULT now(),
  retired_at timestamptz,
  PRIMARY KEY (kind, id),
  CONSTRAINT key_checks_kind_known CHECK (kind IN ('field', 'lookup', 'token')),
  CONSTRAINT key_checks_value_whole CHECK (octet_length(value) = 32),
  CONSTRAINT key_checks_writer_alive CHECK (NOT writes OR (kind = 'lookup' AND retired_at IS NULL))
);
CREATE UNIQUE INDEX key_checks_one_writer ON key_checks (writes) WHERE writes;
COMMENT ON TABLE key_checks IS 'Which keys this database is kept with: a process with another one does not start.';
COMMENT ON COLUMN key_checks.value IS 'HMAC of a fixed text by the key: tells whether a key is the one, and nothing else.';
COMMENT ON COLUMN key_checks.retired_at IS 'Nothing stands under it any more: it may leave the ring.';
COMMENT ON CONSTRAINT key_checks_writer_alive ON key_checks IS 'The hashes that are stored are made by one lookup key, which is in use.';

-- Held by every transaction that may write a hash, from its first statement: the key changes under none of them.
CREATE FUNCTION hold_lookup_key(ours text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('lookup key'));
  IF EXISTS (SELECT FROM key_checks WHERE writes AND id <> ours) THEN
    RAISE EXCEPTION 'the lookup key has changed' USING ERRCODE = 'lock_not_available';
  END IF;
END $$;
COMMENT ON FUNCTION hold_lookup_key IS 'Refuses a process that has not yet seen that the lookup key was changed.';

CREATE TABLE hashes_anew (
  place text NOT NULL,
  row   uuid NOT NULL,
  old   bytea NOT NULL,
  new   bytea NOT NULL,
  PRIMARY KEY (place, row)
);
COMMENT ON TABLE hashes_anew IS 'Hashes by the next lookup key, until all of them take their places in one transaction.';

CREATE TABLE key_work (
  name text PRIMARY KEY,
  done text NOT NULL,
  at   timestamptz NOT NULL
);
COMMENT ON TABLE key_work IS 'For which keys and which form of names everything was last made anew, and how far that is.';

ALTER TABLE lines ADD COLUMN settled_at timestamptz;
COMMENT ON COLUMN lines.settled_at IS
  'Until when the line has been offered what was free. What was refused later is promised to it until it was looked at.';
