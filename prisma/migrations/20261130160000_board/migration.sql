-- The board looks back: what has taken place lies in no index of live bookings.
CREATE INDEX bookings_completed ON bookings (room_id, starts_at) WHERE state = 'completed';
COMMENT ON INDEX bookings_completed IS 'What took place in a room, for the board of a day that is over.';
