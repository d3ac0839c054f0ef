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

-- Whatever is rated is published.
ALTER TABLE rating_published DROP CONSTRAINT rating_published_service_known,
  ADD CONSTRAINT rating_published_service_named CHECK (service ~ '^[a-z][a-z_]*$');
COMMENT ON CONSTRAINT rating_published_service_named ON rating_published IS 'The name of a service, or all.';

-- What stands in no day and has no due time comes after what has, in the order in which it came.
DROP INDEX cases_desk;
CREATE INDEX cases_desk ON cases (community_code, coalesce(least(due_at, starts_at), created_at), id)
  WHERE closed_at IS NULL AND waiting_for <> 'nobody';

-- A case is a child's by its row, whichever service it is of.
CREATE OR REPLACE FUNCTION ratings_by_person_served() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases c WHERE c.id = NEW.case_id AND CASE WHEN c.child_id IS NULL
      THEN c.subject_id = NEW.rater_id
      ELSE EXISTS (SELECT FROM guardians g WHERE g.child_id = c.child_id AND g.account_id = NEW.rater_id
        AND g.ended_at IS NULL) END)
  THEN
    RAISE EXCEPTION 'a rating is given by the person served' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'ratings_by_person_served';
  END IF;
  RETURN NEW;
END $$;

GRANT SELECT (child_id) ON cases TO linli_eraser;

-- The words of a child's case are the child's: the other guardian goes on reading them.
CREATE OR REPLACE FUNCTION erase_account_notes(account uuid, erased timestamptz)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  n integer;
  theirs uuid[] := account_ids(account);
BEGIN
  IF NOT EXISTS (SELECT FROM accounts WHERE id = account AND leaves_at <= erased AND erased_at IS NULL) THEN
    RAISE EXCEPTION 'nobody asked for it' USING ERRCODE = 'restrict_violation';
  END IF;
  UPDATE case_events e SET note = NULL WHERE e.note IS NOT NULL AND (
    e.case_id IN (SELECT id FROM cases WHERE subject_id = ANY (theirs) AND child_id IS NULL)
    OR (e.side = 'party' AND e.actor_id = ANY (theirs)));
  GET DIAGNOSTICS n = ROW_COUNT;
  IF n > 0 THEN
    INSERT INTO erasure_proofs (about_id, tag, cause, fields, at) VALUES (account, 'contact', 'asked', n, erased);
  END IF;
  RETURN n;
END $$;

-- A notice may be about a child, for a guardian who reads of it and does not decide.
DROP FUNCTION notify(text, uuid, uuid, text, timestamptz, timestamptz);
CREATE FUNCTION notify(
  event text, account uuid, about_case uuid, kind text, at timestamptz, deliver timestamptz, about_child uuid DEFAULT NULL
) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  made uuid;
BEGIN
  INSERT INTO notices (id, event_key, account_id, case_id, child_id, kind, created_at, deliver_at)
    VALUES (gen_random_uuid(), event, account, about_case, about_child, kind, at, deliver)
    ON CONFLICT ON CONSTRAINT notices_event_once DO NOTHING RETURNING id INTO made;
  IF made IS NULL THEN RETURN false; END IF;
  PERFORM graphile_worker.add_job('deliver_notice', json_build_object('noticeId', made), run_at => deliver);
  RETURN true;
END $$;
