-- The spine carries any service: what every list needs of a case lies on its row, and numbers, first events, notices and
-- rights to rate are written in one place each (docs/architecture.md › The spine).

ALTER TABLE cases
  ADD COLUMN child_id    uuid REFERENCES children (id),
  ADD COLUMN title       text NOT NULL DEFAULT '',
  ADD COLUMN starts_at   timestamptz,
  ADD COLUMN ends_at     timestamptz,
  ADD COLUMN lapses_at   timestamptz,
  ADD COLUMN finished_at timestamptz;
COMMENT ON COLUMN cases.child_id IS 'For which child it is: then its guardians are the party, whoever filed.';
COMMENT ON COLUMN cases.title IS 'What it is about in words that name nobody, e.g. the room.';
COMMENT ON COLUMN cases.starts_at IS 'From when it takes place; null where nothing is agreed.';
COMMENT ON COLUMN cases.lapses_at IS 'When the present state is over by the clock, whether or not somebody has written it down.';
COMMENT ON COLUMN cases.finished_at IS 'The service was given or refused; null while it is open, and for what was given up or lapsed.';

UPDATE cases c SET title = r.name, starts_at = b.starts_at, ends_at = b.ends_at
  FROM bookings b JOIN rooms r ON r.id = b.room_id WHERE b.case_id = c.id;
UPDATE cases c SET title = p.name, starts_at = p.first_starts_at, ends_at = p.last_ends_at, child_id = e.child_id,
    lapses_at = CASE WHEN c.state = 'entered' THEN p.last_ends_at END
  FROM enrolments e JOIN programmes p ON p.id = e.programme_id WHERE e.case_id = c.id;
UPDATE cases c SET lapses_at = CASE c.state WHEN 'held' THEN w.held_until ELSE w.until END
  FROM line_entries w WHERE w.case_id = c.id AND c.state IN ('held', 'waiting');
UPDATE cases c SET title = r.title, starts_at = u.opened_at, ends_at = u.stop_at
  FROM follow_ups u JOIN ratings x ON x.id = u.rating_id JOIN cases r ON r.id = x.case_id WHERE u.case_id = c.id;
UPDATE cases SET finished_at = closed_at WHERE state IN ('completed', 'refused') AND type <> 'follow_up';

ALTER TABLE cases
  ADD CONSTRAINT cases_period_in_order CHECK (starts_at <= ends_at),
  ADD CONSTRAINT cases_finished_closed CHECK (finished_at IS NULL OR closed_at IS NOT NULL),
  ADD CONSTRAINT cases_closed_for_good CHECK (closed_at IS NULL OR lapses_at IS NULL);
COMMENT ON CONSTRAINT cases_finished_closed ON cases IS 'What is finished is closed.';
COMMENT ON CONSTRAINT cases_closed_for_good ON cases IS 'Nothing lapses that is closed.';

-- Which services and states there are is declared by each service (bff/src/kinds.ts); its own table holds its states.
ALTER TABLE cases
  DROP CONSTRAINT cases_type_known,
  DROP CONSTRAINT cases_booking_state_known,
  DROP CONSTRAINT cases_enrolment_state_known,
  DROP CONSTRAINT cases_follow_up_state_known,
  ADD CONSTRAINT cases_type_named CHECK (type ~ '^[a-z][a-z_]*$'),
  ADD CONSTRAINT cases_state_named CHECK (state ~ '^[a-z][a-z_]*$');
ALTER TABLE bookings ADD CONSTRAINT bookings_state_known CHECK
  (state IN ('waiting', 'held', 'pending', 'confirmed', 'refused', 'cancelled', 'lapsed', 'completed'));
ALTER TABLE enrolments ADD CONSTRAINT enrolments_state_known CHECK
  (state IN ('entered', 'waiting', 'held', 'confirmed', 'cancelled', 'lapsed', 'completed'));
ALTER TABLE follow_ups ADD CONSTRAINT follow_ups_state_known CHECK
  (state IN ('contacting', 'rectifying', 'informing', 'verdict', 'reviewing', 'closed', 'overturned'));
COMMENT ON CONSTRAINT cases_type_named ON cases IS 'The name of a service.';
COMMENT ON CONSTRAINT cases_state_named ON cases IS 'The name of a state of that service.';
COMMENT ON CONSTRAINT bookings_state_known ON bookings IS 'The states of booking-case.ts.';
COMMENT ON CONSTRAINT enrolments_state_known ON enrolments IS 'The states of enrolment-case.ts.';
COMMENT ON CONSTRAINT follow_ups_state_known ON follow_ups IS 'The states of follow-up-case.ts.';
ALTER TABLE notices DROP CONSTRAINT notices_kind_known,
  ADD CONSTRAINT notices_kind_named CHECK (kind ~ '^[a-z][a-z0-9_]*$');
COMMENT ON CONSTRAINT notices_kind_named ON notices IS 'The name of a kind; its sentence stands in the contract.';
ALTER TABLE rating_rights DROP CONSTRAINT rating_rights_service_known,
  ADD CONSTRAINT rating_rights_service_named CHECK (service ~ '^[a-z][a-z_]*$');
COMMENT ON CONSTRAINT rating_rights_service_named ON rating_rights IS 'The type of the case.';

-- What an offer's notice said stays true when the offer is over.
ALTER TABLE notices ADD COLUMN kept_until timestamptz;
COMMENT ON COLUMN notices.kept_until IS 'Of an offer: until when it was kept for its person.';
UPDATE notices n SET kept_until = w.held_until FROM line_entries w WHERE w.case_id = n.case_id AND n.kind = 'offer_made';

-- What waits for an answer, by when it is of use; what takes place; what has ended; what is for a child.
DROP INDEX cases_desk;
DROP INDEX cases_finished;
CREATE INDEX cases_desk ON cases (community_code, least(due_at, starts_at), id)
  WHERE closed_at IS NULL AND waiting_for <> 'nobody';
CREATE INDEX cases_starting ON cases (community_code, starts_at) WHERE closed_at IS NULL;
CREATE INDEX cases_finished ON cases (community_code, finished_at DESC, id DESC) WHERE finished_at IS NOT NULL;
CREATE INDEX cases_child ON cases (child_id, created_at DESC, id DESC) WHERE child_id IS NOT NULL;

-- Readable, and in the order in which they were filed.
CREATE FUNCTION case_number(prefix text, at timestamptz) RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT prefix || '-' || to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYMMDD') || '-'
    || lpad(nextval('case_numbers')::text, 6, '0')
$$;
-- By lot among those that are free: one that counts on would tell the order, and beside the others also the minute. Who
-- draws waits for whoever is drawing, so a number that is free here is free (`cases_number_once`).
CREATE FUNCTION case_number_by_lot(prefix text, at timestamptz) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  drawn text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('follow_up_numbers'));
  SELECT number INTO drawn FROM (SELECT prefix || '-' || to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYMMDD') || '-'
      || lpad((('x' || left(gen_random_uuid()::text, 8))::bit(32)::bigint % 1000000)::text, 6, '0') AS number
    FROM generate_series(1, 50)) lots
  WHERE NOT EXISTS (SELECT FROM cases o WHERE o.number = lots.number) LIMIT 1;
  RETURN drawn;
END $$;

-- The one way to open a case: its row with its number, and its first event.
CREATE FUNCTION open_case(
  case_id uuid, case_number text, case_type text, community text, subject uuid, actor uuid, capacity text, child uuid,
  first_state text, turn text, due timestamptz, title text, starts timestamptz, ends timestamptz, lapses timestamptz,
  at timestamptz
) RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, child_id, state, waiting_for,
      due_at, title, starts_at, ends_at, lapses_at, created_at)
    VALUES (case_id, case_number, case_type, community, subject, actor, capacity, child, first_state, turn, due, title,
      starts, ends, lapses, at);
  RETURN case_id;
END $$;

-- The one way to write into a timeline, for any number of cases at once.
CREATE FUNCTION add_event(
  case_id uuid, at timestamptz, action text, from_state text, to_state text, side text, actor uuid, actor_name text,
  note text, alternative_room uuid
) RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  INSERT INTO case_events (case_id, at, action, from_state, to_state, side, actor_id, actor_name, note, alternative_room_id)
    VALUES (case_id, at, action, from_state, to_state, side, actor, actor_name, note, alternative_room);
  RETURN case_id;
END $$;

-- A notice and the job that delivers it; an event is told once.
CREATE FUNCTION notify(
  event text, account uuid, about_case uuid, kind text, at timestamptz, deliver timestamptz
) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  made uuid;
BEGIN
  INSERT INTO notices (id, event_key, account_id, case_id, kind, created_at, deliver_at)
    VALUES (gen_random_uuid(), event, account, about_case, kind, at, deliver)
    ON CONFLICT ON CONSTRAINT notices_event_once DO NOTHING RETURNING id INTO made;
  IF made IS NULL THEN RETURN false; END IF;
  PERFORM graphile_worker.add_job('deliver_notice', json_build_object('noticeId', made), run_at => deliver);
  RETURN true;
END $$;

-- A key is claimed in the statement of its effect.
CREATE FUNCTION claim_key(
  account uuid, key text, endpoint text, body_hash bytea, result uuid, at timestamptz
) RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  INSERT INTO idempotency_keys (account_id, key, endpoint, body_hash, result_id, created_at)
    VALUES (account, key, endpoint, body_hash, result, at);
  RETURN result;
END $$;

-- The right to rate comes with a case's end, and goes when the end is taken back.
CREATE FUNCTION grant_right(
  about_case uuid, service text, community text, finished timestamptz, invite timestamptz, until timestamptz
) RETURNS void LANGUAGE sql VOLATILE AS $$
  INSERT INTO rating_rights (case_id, service, community_code, finished_at, invite_at, rate_until)
    VALUES (about_case, service, community, finished, invite, until) ON CONFLICT (case_id) DO NOTHING
$$;
CREATE FUNCTION withdraw_right(about_case uuid) RETURNS void LANGUAGE sql VOLATILE AS $$
  DELETE FROM rating_rights WHERE case_id = about_case
$$;

-- Whose word counts for a child, the first one first; what it is called here.
CREATE FUNCTION deciding_ids(child uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(SELECT g.account_id::text FROM deciding_guardians g WHERE g.child_id = child ORDER BY g.place)
$$;
CREATE FUNCTION children_decided_by(account uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(SELECT g.child_id FROM deciding_guardians g WHERE g.account_id = account)
$$;
CREATE FUNCTION nickname_of(child uuid) RETURNS text LANGUAGE sql STABLE STRICT AS $$
  SELECT nickname FROM children WHERE id = child
$$;

-- A step of a follow-up writes its marks and its state in one row, and the case follows in the same transaction: no
-- moment in which the one has come without the other.
ALTER TABLE follow_ups DROP CONSTRAINT follow_ups_case_state,
  ADD CONSTRAINT follow_ups_case_state FOREIGN KEY (case_id, state) REFERENCES cases (id, state)
    DEFERRABLE INITIALLY DEFERRED;
COMMENT ON CONSTRAINT follow_ups_case_state ON follow_ups IS 'The follow-up''s state is the case''s state at the end of every transaction.';

-- What a hot statement does to another module's table, it does by that module's own function.
CREATE FUNCTION name_account(account uuid, sealed_name text) RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  IF sealed_name IS NOT NULL THEN
    UPDATE accounts SET name_enc = sealed_name WHERE id = account AND name_enc IS NULL;
  END IF;
  RETURN account;
END $$;
-- Locks the children, in their order, against whoever erases them or takes their consent back.
CREATE FUNCTION keep_children_active(ids uuid[], at timestamptz) RETURNS SETOF uuid LANGUAGE sql VOLATILE AS $$
  UPDATE children SET active_at = greatest(active_at, at) WHERE id = ANY (ids) AND erased_at IS NULL RETURNING id
$$;
CREATE FUNCTION overturn_rating(rating uuid, at timestamptz) RETURNS void LANGUAGE sql VOLATILE AS $$
  UPDATE ratings SET overturned_at = at WHERE id = rating
$$;
-- Siblings stand next to each other, at the arrival of the first: parts of a whole number, so nobody is between.
CREATE FUNCTION join_line(line uuid, entries jsonb, at timestamptz) RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  joined bigint;
BEGIN
  WITH given AS MATERIALIZED (
    SELECT e.*, nextval('line_arrivals') AS arrival FROM (
      SELECT * FROM jsonb_to_recordset(entries) AS (n int, "caseId" uuid, "partyId" uuid, "groupId" uuid,
        "groupRule" text, score int, until timestamptz) ORDER BY n) e
  )
  INSERT INTO line_entries (case_id, state, line_id, party_id, group_id, group_rule, score, arrival, sort_score,
    sort_arrival, joined_at, until)
  SELECT "caseId", 'waiting', line, "partyId", "groupId", "groupRule", score, arrival, score,
    min(arrival) OVER (PARTITION BY "groupId") + 0.001 * (row_number() OVER (PARTITION BY "groupId" ORDER BY n) - 1),
    at, given.until
  FROM given;
  GET DIAGNOSTICS joined = ROW_COUNT;
  RETURN joined;
END $$;
