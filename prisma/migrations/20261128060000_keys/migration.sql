-- What is sealed is bound to its row, so every row needs a name of its own that never changes.
ALTER TABLE login_identities
  ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
  ADD CONSTRAINT login_identities_id_once UNIQUE (id);
COMMENT ON CONSTRAINT login_identities_id_once ON login_identities IS
  'The row to which subject_enc is bound: the hash changes with the lookup key, and the account may change hands.';
