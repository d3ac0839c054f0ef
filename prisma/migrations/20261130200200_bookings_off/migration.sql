-- By what they are not, so that a state which is added later is in the index too.
DROP INDEX cases_bookings_off;
CREATE INDEX cases_bookings_off ON cases (community_code, starts_at, id)
  WHERE type = 'booking' AND closed_at IS NOT NULL AND state <> 'completed';
COMMENT ON INDEX cases_bookings_off IS 'Bookings of a community that came to nothing: refused, cancelled, lapsed, replaced; in order.';
