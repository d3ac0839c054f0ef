-- The board shows to what nobody came, too.
CREATE INDEX bookings_missed ON bookings (room_id, starts_at) WHERE state = 'missed';
COMMENT ON INDEX bookings_missed IS 'To what nobody came in a room, for the board.';
