-- A room every week: bookings of their own, which know that they belong together.
ALTER TABLE bookings
  ADD COLUMN series_id uuid,
  ADD COLUMN series_number integer,
  ADD CONSTRAINT bookings_series_whole CHECK ((series_id IS NULL) = (series_number IS NULL)),
  ADD CONSTRAINT bookings_series_number_positive CHECK (series_number > 0);
CREATE UNIQUE INDEX bookings_series ON bookings (series_id, series_number) WHERE series_id IS NOT NULL;
COMMENT ON COLUMN bookings.series_id IS 'Bookings that were asked for together, a week apart; each is decided, moved and cancelled by itself.';
COMMENT ON COLUMN bookings.series_number IS 'The how-manieth week of its series, from 1; weeks that were left out keep their number.';
COMMENT ON CONSTRAINT bookings_series_whole ON bookings IS 'A number belongs to a series.';
COMMENT ON CONSTRAINT bookings_series_number_positive ON bookings IS 'The first week is 1.';
COMMENT ON INDEX bookings_series IS 'One booking a week of a series, and all of them at once.';
