-- Staff look through bookings by when they are: of a community what stands and what came to nothing, of a room all of it.
CREATE INDEX cases_bookings_standing ON cases (community_code, starts_at, id)
  WHERE type = 'booking' AND state IN ('held', 'pending', 'confirmed', 'completed');
COMMENT ON INDEX cases_bookings_standing IS 'Bookings of a community that are to come or took place, in order.';
CREATE INDEX cases_bookings_off ON cases (community_code, starts_at, id)
  WHERE type = 'booking' AND state IN ('refused', 'cancelled', 'lapsed');
COMMENT ON INDEX cases_bookings_off IS 'Bookings of a community that were refused, cancelled or never came to be, in order.';
CREATE INDEX bookings_of_room ON bookings (room_id, starts_at, case_id);
COMMENT ON INDEX bookings_of_room IS 'Whatever was asked of a room, in order.';
