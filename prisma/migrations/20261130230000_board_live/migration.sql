-- Whoever looks at a board is told that a room changed, by whichever process wrote it: its community and its id, never what.
-- A transaction that names a room twice tells of it once; nothing is told before it is committed.
CREATE FUNCTION tell_room(room uuid) RETURNS void LANGUAGE sql AS $$
  SELECT pg_notify('room_changed', r.community_code || ' ' || r.id) FROM rooms r WHERE r.id = room
$$;

CREATE FUNCTION tell_room_of_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_room(NEW.room_id);
  IF TG_OP = 'UPDATE' AND OLD.room_id <> NEW.room_id THEN
    PERFORM tell_room(OLD.room_id);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION tell_room_itself() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('room_changed', NEW.community_code || ' ' || NEW.id);
  RETURN NULL;
END $$;

CREATE FUNCTION tell_room_of_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM tell_room(b.room_id) FROM bookings b WHERE b.case_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER bookings_tell AFTER INSERT OR UPDATE ON bookings
  FOR EACH ROW EXECUTE FUNCTION tell_room_of_row();
CREATE TRIGGER room_closures_tell AFTER INSERT OR UPDATE ON room_closures
  FOR EACH ROW EXECUTE FUNCTION tell_room_of_row();
CREATE TRIGGER rooms_tell AFTER INSERT OR UPDATE ON rooms
  FOR EACH ROW EXECUTE FUNCTION tell_room_itself();
-- Whose turn it is and by when is shown, and lies on the row of the case.
CREATE TRIGGER cases_tell_room AFTER UPDATE OF waiting_for, due_at ON cases
  FOR EACH ROW WHEN (NEW.type = 'booking'
    AND (NEW.waiting_for IS DISTINCT FROM OLD.waiting_for OR NEW.due_at IS DISTINCT FROM OLD.due_at))
  EXECUTE FUNCTION tell_room_of_case();
