-- Who changed a room, and which of its fields from what to what.
CREATE TABLE room_changes (
  id      uuid NOT NULL,
  room_id uuid NOT NULL REFERENCES rooms (id),
  what    text NOT NULL,
  fields  jsonb NOT NULL DEFAULT '[]',
  by_id   uuid NOT NULL REFERENCES accounts (id),
  by_name text NOT NULL,
  at      timestamptz NOT NULL,
  CONSTRAINT room_changes_pkey PRIMARY KEY (id),
  CONSTRAINT room_changes_what_known CHECK (what IN ('added', 'changed', 'retired', 'restored')),
  CONSTRAINT room_changes_says_what CHECK ((what = 'changed') = (jsonb_array_length(fields) > 0))
);
CREATE INDEX room_changes_room ON room_changes (room_id, at DESC, id DESC);
COMMENT ON TABLE room_changes IS 'What became of a room and by whom, as those who run it read it; never changed.';
COMMENT ON CONSTRAINT room_changes_pkey ON room_changes IS 'One change is one record.';
COMMENT ON CONSTRAINT room_changes_what_known ON room_changes IS 'Added, changed, retired, or there again.';
COMMENT ON CONSTRAINT room_changes_says_what ON room_changes IS 'A change names its fields, and nothing else has any.';
CREATE TRIGGER room_changes_append_only BEFORE UPDATE OR DELETE ON room_changes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER room_changes_no_truncate BEFORE TRUNCATE ON room_changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE ON room_changes FROM linli_service;
