-- Who took what out of a division as a table: no name is in these tables, so nobody but its supervisor is told.
CREATE TABLE export_records (
  id            uuid NOT NULL,
  kind          text NOT NULL,
  division_code text NOT NULL REFERENCES divisions (code),
  from_day      date,
  to_day        date,
  lines         int NOT NULL,
  by_id         uuid NOT NULL REFERENCES accounts (id),
  by_name       text NOT NULL,
  at            timestamptz NOT NULL,
  CONSTRAINT export_records_pkey PRIMARY KEY (id),
  CONSTRAINT export_records_kind_known CHECK (kind IN ('bookings', 'room_use', 'rooms')),
  CONSTRAINT export_records_lines_counted CHECK (lines >= 0),
  CONSTRAINT export_records_span_whole CHECK ((from_day IS NULL) = (to_day IS NULL))
);
CREATE INDEX export_records_division ON export_records (division_code, at DESC, id DESC);
COMMENT ON TABLE export_records IS 'Tables that were taken out of a division: written before the table leaves, and never changed.';
COMMENT ON CONSTRAINT export_records_pkey ON export_records IS 'One taking is one record.';
COMMENT ON CONSTRAINT export_records_kind_known ON export_records IS 'Bookings, use by the hour, or the rooms themselves.';
COMMENT ON CONSTRAINT export_records_lines_counted ON export_records IS 'How many lines left; none is a number too.';
COMMENT ON CONSTRAINT export_records_span_whole ON export_records IS 'A span has two ends; rooms have no days.';
CREATE TRIGGER export_records_append_only BEFORE UPDATE OR DELETE ON export_records
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER export_records_no_truncate BEFORE TRUNCATE ON export_records
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE UPDATE, DELETE ON export_records FROM linli_service;
