-- A private address to which the calendar of a telephone subscribes: one a person, of which only a hash is kept.
CREATE TABLE calendar_addresses (
  account_id uuid NOT NULL REFERENCES accounts (id),
  id         uuid NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT calendar_addresses_pkey PRIMARY KEY (account_id),
  CONSTRAINT calendar_addresses_id_once UNIQUE (id),
  CONSTRAINT calendar_addresses_token_once UNIQUE (token_hash),
  CONSTRAINT calendar_addresses_token_is_hash CHECK (length(token_hash) = 32)
);
COMMENT ON TABLE calendar_addresses IS 'Whose bookings an address shows that a calendar subscribes to; the address itself is kept nowhere.';
COMMENT ON CONSTRAINT calendar_addresses_pkey ON calendar_addresses IS 'Somebody has one address: a new one takes the place of the old one.';
COMMENT ON CONSTRAINT calendar_addresses_id_once ON calendar_addresses IS 'Whoever renews says which one they renew.';
COMMENT ON CONSTRAINT calendar_addresses_token_once ON calendar_addresses IS 'An address shows one person''s bookings.';
COMMENT ON CONSTRAINT calendar_addresses_token_is_hash ON calendar_addresses IS 'SHA-256 of the secret in the address, and never the secret.';
CREATE TRIGGER calendar_addresses_account_lives BEFORE INSERT ON calendar_addresses
  FOR EACH ROW EXECUTE FUNCTION account_must_live('account_id');
