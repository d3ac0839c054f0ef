-- Whoever comes checks in at the door; what nobody came to can be given to others. Nothing is counted against anybody.
ALTER TABLE bookings DROP CONSTRAINT bookings_state_known,
  ADD CONSTRAINT bookings_state_known CHECK
  (state IN ('waiting', 'held', 'pending', 'confirmed', 'refused', 'cancelled', 'lapsed', 'completed', 'replaced', 'missed'));
COMMENT ON CONSTRAINT bookings_state_known ON bookings IS 'The states of booking-case.ts.';

ALTER TABLE bookings
  ADD COLUMN checked_in_at timestamptz,
  ADD COLUMN checked_in_by text,
  ADD COLUMN reminded_of timestamptz,
  ADD CONSTRAINT bookings_checked_in_by_known CHECK (checked_in_by IN ('party', 'staff')),
  ADD CONSTRAINT bookings_checked_in_whole CHECK ((checked_in_at IS NULL) = (checked_in_by IS NULL)),
  ADD CONSTRAINT bookings_missed_by_nobody_there CHECK (state <> 'missed' OR checked_in_at IS NULL);
CREATE INDEX bookings_starting ON bookings (starts_at) WHERE state = 'confirmed';
COMMENT ON COLUMN bookings.checked_in_at IS 'When somebody came; null until then, and again where staff took it back.';
COMMENT ON COLUMN bookings.checked_in_by IS 'party: by the code at the door; staff: at the desk.';
COMMENT ON COLUMN bookings.reminded_of IS 'The start of which its person was reminded the evening before.';
COMMENT ON CONSTRAINT bookings_checked_in_by_known ON bookings IS 'The sides of booking-case.ts.';
COMMENT ON CONSTRAINT bookings_checked_in_whole ON bookings IS 'Somebody said that they came, or nobody did.';
COMMENT ON CONSTRAINT bookings_missed_by_nobody_there ON bookings IS
  'Of a check-in and a release in one moment one wins: what somebody came to is given to nobody else.';
COMMENT ON INDEX bookings_starting IS 'What begins tomorrow, for the reminder of the evening before.';

ALTER TABLE rooms ADD COLUMN door_key integer NOT NULL DEFAULT 1,
  ADD CONSTRAINT rooms_door_key_counts CHECK (door_key BETWEEN 1 AND 65535);
COMMENT ON COLUMN rooms.door_key IS 'The number of the code at its door that counts; a new one takes the old one out of use.';
COMMENT ON CONSTRAINT rooms_door_key_counts ON rooms IS 'Two bytes of the code.';
