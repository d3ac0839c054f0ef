-- What the spine still knew of single services becomes what any service says of itself.

-- A refusal is rated for other reasons than a use, and counted apart; the state's name no longer says which it is.
ALTER TABLE rating_rights ADD COLUMN refused boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN rating_rights.refused IS 'The service was refused, not given.';
UPDATE rating_rights q SET refused = true FROM cases c WHERE c.id = q.case_id AND c.state = 'refused';

DROP FUNCTION grant_right(uuid, text, text, timestamptz, timestamptz, timestamptz);
CREATE FUNCTION grant_right(
  about_case uuid, service text, community text, was_refused boolean, finished timestamptz, invite timestamptz,
  until timestamptz
) RETURNS void LANGUAGE sql VOLATILE AS $$
  INSERT INTO rating_rights (case_id, service, community_code, refused, finished_at, invite_at, rate_until)
    VALUES (about_case, service, community, was_refused, finished, invite, until) ON CONFLICT (case_id) DO NOTHING
$$;

-- What the clock has to write down, whatever the service.
CREATE INDEX cases_lapsing ON cases (lapses_at) WHERE closed_at IS NULL AND lapses_at IS NOT NULL;

-- Another room is proposed with a booking, not with any event of any case.
ALTER TABLE bookings ADD COLUMN alternative_room_id uuid REFERENCES rooms (id);
COMMENT ON COLUMN bookings.alternative_room_id IS 'The room that staff proposed with their last refusal.';
UPDATE bookings b SET alternative_room_id = e.alternative_room_id
FROM (SELECT DISTINCT ON (case_id) case_id, alternative_room_id FROM case_events
  WHERE alternative_room_id IS NOT NULL ORDER BY case_id, id DESC) e
WHERE e.case_id = b.case_id;

DROP FUNCTION add_event(uuid, timestamptz, text, text, text, text, uuid, text, text, uuid);
CREATE FUNCTION add_event(
  about_case uuid, at timestamptz, action text, from_state text, to_state text, side text, actor uuid, actor_name text,
  note text
) RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  INSERT INTO case_events (case_id, at, action, from_state, to_state, side, actor_id, actor_name, note)
    VALUES (about_case, at, action, from_state, to_state, side, actor, actor_name, note);
  RETURN about_case;
END $$;
ALTER TABLE case_events DROP COLUMN alternative_room_id;
