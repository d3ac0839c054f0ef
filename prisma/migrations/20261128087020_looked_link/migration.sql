-- Whose papers staff compared: of two guardians of one child each is looked at by itself.
ALTER TABLE access_records ADD COLUMN guardian_id uuid REFERENCES guardians (id);
COMMENT ON COLUMN access_records.guardian_id IS
  'The link whose papers were compared; with the tag contact only where there was a name to compare.';
