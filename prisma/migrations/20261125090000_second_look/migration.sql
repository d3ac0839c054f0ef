-- What a review of the first floor found: codes are counted where they are kept, a repeated sign-in finds its session,
-- and what is looked up often has its index.

ALTER TABLE phone_codes
  ADD COLUMN sent integer NOT NULL DEFAULT 1,
  ADD COLUMN sent_since timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN session_id uuid,
  ADD COLUMN used_key_hash bytea;
UPDATE phone_codes SET sent_since = created_at;
ALTER TABLE phone_codes
  ADD CONSTRAINT phone_codes_sent_positive CHECK (sent > 0),
  ADD CONSTRAINT phone_codes_session FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE
    DEFERRABLE INITIALLY DEFERRED;
COMMENT ON COLUMN phone_codes.sent IS 'Codes sent since sent_since: ten an hour, whoever asks.';
COMMENT ON COLUMN phone_codes.session_id IS 'What the code opened: the same Idempotency-Key gets that session again.';
COMMENT ON CONSTRAINT phone_codes_session ON phone_codes IS
  'Checked at the end: the code is spent before the session is made, so a code that is gone makes nothing.';

-- No query asked for it.
DROP INDEX sessions_revoked;
CREATE INDEX sessions_expired ON sessions (expires_at);
CREATE INDEX phone_codes_expired ON phone_codes (expires_at);
-- A session that goes takes its code with it.
CREATE INDEX phone_codes_opened ON phone_codes (session_id) WHERE session_id IS NOT NULL;

-- Every cancellation and undo asks whether this case's notice has been told.
CREATE INDEX notices_case ON notices (case_id);
-- Who is told of an overdue request.
CREATE INDEX grants_division ON grants (division_code) WHERE revoked_at IS NULL;
