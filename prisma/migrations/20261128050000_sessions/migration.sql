-- Codes are bound to the device that asked, sessions have an absolute end, and staff confirm themselves.

-- Codes live five minutes: those that are out are asked for again.
DELETE FROM phone_codes;
ALTER TABLE phone_codes
  ADD COLUMN asker_hash bytea NOT NULL,
  DROP CONSTRAINT phone_codes_pkey,
  ADD CONSTRAINT phone_codes_pkey PRIMARY KEY (phone_hash, asker_hash);
COMMENT ON COLUMN phone_codes.asker_hash IS
  'Keyed hash of who asked: the device''s own secret, a session, or an address. Each asker has a code of their own.';
COMMENT ON COLUMN phone_codes.sent IS 'Codes sent for this asker since sent_since: ten an hour.';
COMMENT ON CONSTRAINT phone_codes_attempts_bounded ON phone_codes IS
  'Five guesses a code: they end the attempt of the device that guesses, and nobody else''s.';
COMMENT ON CONSTRAINT phone_codes_pkey ON phone_codes IS
  'A number has one code for each device that asked; a stranger''s neither replaces nor spends the owner''s.';

CREATE TABLE code_budgets (
  bucket_hash bytea PRIMARY KEY,
  since       timestamptz NOT NULL,
  taken       integer NOT NULL,
  CONSTRAINT code_budgets_taken_positive CHECK (taken > 0)
);
CREATE INDEX code_budgets_since ON code_budgets (since);
COMMENT ON TABLE code_budgets IS
  'Codes sent to one number for devices that it does not know, in a window: what bounds the chance of guessing.';
COMMENT ON COLUMN code_budgets.bucket_hash IS 'Keyed hash of number and window, so that no number can be read off.';
COMMENT ON CONSTRAINT code_budgets_taken_positive ON code_budgets IS 'A row is made by the first code.';

CREATE TABLE known_devices (
  account_id uuid NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  device_hash bytea NOT NULL,
  last_at    timestamptz NOT NULL,
  CONSTRAINT known_devices_pkey PRIMARY KEY (account_id, device_hash)
);
CREATE INDEX known_devices_last ON known_devices (last_at);
COMMENT ON TABLE known_devices IS
  'Devices on which an account was signed in by a code: strangers cannot use up their turns.';
COMMENT ON COLUMN known_devices.device_hash IS 'SHA-256 of the device''s own secret, 122 bits of chance.';

-- A slip's code is a code like any other.
ALTER TABLE rating_slips
  DROP CONSTRAINT rating_slips_attempts_bounded,
  DROP COLUMN code_hash,
  DROP COLUMN code_expires_at,
  DROP COLUMN attempts;

UPDATE sessions SET expires_at = created_at + interval '2160 hours'
  WHERE expires_at > created_at + interval '2160 hours';
ALTER TABLE sessions
  ADD COLUMN confirmed_until timestamptz,
  ADD CONSTRAINT sessions_end CHECK (expires_at <= created_at + interval '2160 hours');
COMMENT ON CONSTRAINT sessions_end ON sessions IS
  'Ninety days after it began a session is over, however often it was renewed.';
COMMENT ON COLUMN sessions.confirmed_until IS
  'Until then whoever holds this session has proved a second time that the number is theirs.';
