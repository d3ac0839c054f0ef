-- Whether a wish lies beside what it is to replace is said by itself, and over once staff agree: a booking that took the place of
-- another is then like any other, and can be moved by an hour once more.
ALTER TABLE bookings ADD COLUMN lies_beside boolean NOT NULL DEFAULT false;
UPDATE bookings SET lies_beside = true WHERE replaces_case_id IS NOT NULL AND state IN ('pending', 'refused');
ALTER TABLE bookings
  ADD CONSTRAINT bookings_beside_another CHECK (NOT lies_beside OR replaces_case_id IS NOT NULL),
  DROP CONSTRAINT bookings_no_overlap,
  ADD CONSTRAINT bookings_no_overlap EXCLUDE USING gist
    (room_id WITH =, occupied WITH &&, (CASE WHEN lies_beside THEN replaces_case_id ELSE case_id END) WITH <>)
    WHERE (state IN ('held', 'pending', 'confirmed'));
COMMENT ON COLUMN bookings.lies_beside IS 'A wish for another time, until staff agree: it may lie over the booking that it is to replace.';
COMMENT ON CONSTRAINT bookings_beside_another ON bookings IS 'Only what is to replace another lies beside it.';
COMMENT ON CONSTRAINT bookings_no_overlap ON bookings IS
  'The promise of the product: two live bookings of a room never overlap, cleaning included, but for a booking and the wish that is to replace it.';
