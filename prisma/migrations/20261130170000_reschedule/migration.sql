-- A booking gets another time. Where nobody has to agree, its own row moves: one UPDATE, so the old slot and the new one are
-- never both its person's, nor neither. Where staff have to agree, a second booking holds the new slot meanwhile.
ALTER TABLE bookings DROP CONSTRAINT bookings_state_known,
  ADD CONSTRAINT bookings_state_known CHECK
  (state IN ('waiting', 'held', 'pending', 'confirmed', 'refused', 'cancelled', 'lapsed', 'completed', 'replaced'));
COMMENT ON CONSTRAINT bookings_state_known ON bookings IS 'The states of booking-case.ts.';

ALTER TABLE bookings
  ADD COLUMN replaces_case_id uuid REFERENCES bookings (case_id),
  ADD COLUMN counts boolean NOT NULL DEFAULT true,
  ADD CONSTRAINT bookings_counted_once CHECK (counts OR replaces_case_id IS NOT NULL),
  ADD CONSTRAINT bookings_replaces_another CHECK (replaces_case_id <> case_id);
CREATE UNIQUE INDEX bookings_one_change ON bookings (replaces_case_id) WHERE state = 'pending';
CREATE INDEX bookings_replaces ON bookings (replaces_case_id) WHERE replaces_case_id IS NOT NULL;
COMMENT ON COLUMN bookings.replaces_case_id IS 'The confirmed booking that gives way once staff agree to this one; until then its person keeps it.';
COMMENT ON COLUMN bookings.counts IS 'It takes a place in the week''s quota; false while the booking that it is to replace has that place.';
COMMENT ON CONSTRAINT bookings_counted_once ON bookings IS 'Only what is to replace another booking takes no place of its own.';
COMMENT ON CONSTRAINT bookings_replaces_another ON bookings IS 'Nothing gives way to itself.';
COMMENT ON INDEX bookings_one_change IS 'One wish for another time at once.';
COMMENT ON INDEX bookings_replaces IS 'What became of the wish for another time, for the page of the booking.';

CREATE TABLE booking_moves (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id   uuid NOT NULL REFERENCES bookings (case_id),
  room_id   uuid NOT NULL REFERENCES rooms (id),
  starts_at timestamptz NOT NULL,
  ends_at   timestamptz NOT NULL,
  moved_at  timestamptz NOT NULL,
  CONSTRAINT booking_moves_period_not_empty CHECK (starts_at < ends_at)
);
CREATE INDEX booking_moves_case ON booking_moves (case_id, id);
COMMENT ON TABLE booking_moves IS 'Where and when a booking was before each of its moves; who moved it, and why, stands in its timeline.';
COMMENT ON CONSTRAINT booking_moves_period_not_empty ON booking_moves IS 'What it was before was a booking, too.';
CREATE TRIGGER booking_moves_append_only BEFORE UPDATE OR DELETE ON booking_moves
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER booking_moves_no_truncate BEFORE TRUNCATE ON booking_moves
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
