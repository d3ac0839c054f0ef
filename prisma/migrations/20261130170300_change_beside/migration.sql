-- A wish for another time may lie over the booking that it is to replace: 14–16 becomes 15–17, and until staff agree both are kept
-- for the same person. Over anybody else's it may not.
ALTER TABLE bookings DROP CONSTRAINT bookings_no_overlap,
  ADD CONSTRAINT bookings_no_overlap EXCLUDE USING gist
    (room_id WITH =, occupied WITH &&, (coalesce(replaces_case_id, case_id)) WITH <>)
    WHERE (state IN ('held', 'pending', 'confirmed'));
COMMENT ON CONSTRAINT bookings_no_overlap ON bookings IS
  'The promise of the product: two live bookings of a room never overlap, cleaning included, but for a booking and the wish that is to replace it.';
