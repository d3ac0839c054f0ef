-- An account that became part of another is left with that other, never on its own.
UPDATE accounts SET leaves_at = NULL WHERE joined_into IS NOT NULL AND leaves_at IS NOT NULL;
ALTER TABLE accounts ADD CONSTRAINT accounts_joined_or_leaving CHECK (joined_into IS NULL OR leaves_at IS NULL);
COMMENT ON CONSTRAINT accounts_joined_or_leaving ON accounts IS 'One thing or the other: whoever was joined in this moment does not leave, and the other way round.';
