-- Who may do what. Migrations run as the owner of everything; the service runs as a role that owns nothing, and so can
-- neither change a table, empty one, nor switch a trigger off. What is erased is erased by functions of a role of its own.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['linli_service', 'linli_eraser'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN EXECUTE format('CREATE ROLE %I NOLOGIN', name); END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server made it just now
    END;
  END LOOP;
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO linli_service, linli_eraser;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO linli_service;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO linli_service;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO linli_service;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO linli_service;
REVOKE ALL ON _prisma_migrations FROM linli_service;

-- ── Records ───────────────────────────────────────────────────────────────────────────────────────────────────────
REVOKE UPDATE, DELETE ON case_events, consents, care_records, care_details, access_records, erasure_proofs,
  survey_results, rating_published, rating_text_judgements, grants, line_moves, key_checks,
  deployment_texts, agreements FROM linli_service;
GRANT UPDATE (revoked_at) ON grants TO linli_service;
GRANT UPDATE (decided_by, decider, decided_at, approved, from_place, to_place) ON line_moves TO linli_service;
REVOKE UPDATE, DELETE ON guardian_endings, child_freezes, number_changes FROM linli_service;
GRANT UPDATE (proposed_by, decided_by, decider, decided_at, approved) ON guardian_endings TO linli_service;
GRANT UPDATE (asked_by, ended_at, outcome, ended_by, for_guardian) ON child_freezes TO linli_service;
GRANT UPDATE (account_id, decided_by, decider, decided_at, approved, old_phone_enc, new_phone_enc, told_at)
  ON number_changes TO linli_service;

-- Whoever is neither the service nor the eraser is refused as well, be it the owner.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'linli_eraser' AND TG_OP <> 'TRUNCATE' THEN RETURN coalesce(NEW, OLD); END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
COMMENT ON FUNCTION refuse_change IS 'The eraser has rights to single columns and only within its own functions.';

CREATE TRIGGER access_records_append_only BEFORE UPDATE OR DELETE ON access_records
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER access_records_no_truncate BEFORE TRUNCATE ON access_records
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER care_details_append_only BEFORE UPDATE OR DELETE ON care_details
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER care_details_no_truncate BEFORE TRUNCATE ON care_details
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A grant ends once; it is never given back, changed or taken out of the books.
CREATE FUNCTION grants_end_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL
    AND (to_jsonb(NEW) - 'revoked_at') = (to_jsonb(OLD) - 'revoked_at') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a grant only ends, and once' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER grants_append_only BEFORE UPDATE OR DELETE ON grants FOR EACH ROW EXECUTE FUNCTION grants_end_once();
CREATE TRIGGER grants_no_truncate BEFORE TRUNCATE ON grants FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A manual move is decided once; what was proposed and by whom stays as it was said.
CREATE FUNCTION line_moves_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.decided_at IS NULL
    AND (to_jsonb(NEW) - '{decided_by,decider,decided_at,approved,from_place,to_place}'::text[])
      = (to_jsonb(OLD) - '{decided_by,decider,decided_at,approved,from_place,to_place}'::text[]) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a move is decided once' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER line_moves_append_only BEFORE UPDATE OR DELETE ON line_moves
  FOR EACH ROW EXECUTE FUNCTION line_moves_decided_once();
CREATE TRIGGER line_moves_no_truncate BEFORE TRUNCATE ON line_moves
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ── Erasure ───────────────────────────────────────────────────────────────────────────────────────────────────────
GRANT SELECT ON care_records, care_details, case_events TO linli_eraser;
GRANT DELETE ON care_details TO linli_eraser;
GRANT UPDATE (detail_enc) ON care_details TO linli_eraser;
GRANT UPDATE (note) ON case_events TO linli_eraser;
GRANT INSERT ON erasure_proofs TO linli_eraser;
GRANT USAGE, SELECT ON SEQUENCE erasure_proofs_id_seq TO linli_eraser;

GRANT SELECT ON erasure_proofs TO linli_eraser;
GRANT SELECT (id, subject_id, type) ON cases TO linli_eraser;
GRANT SELECT (id, joined_into, leaves_at, erased_at) ON accounts TO linli_eraser;

-- Of a child: what was noted about its health (kinds), or all the rest. Who calls it proves it before the transaction ends.
CREATE FUNCTION erase_care_details(child uuid, kinds text[], of_kinds boolean)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n integer;
BEGIN
  DELETE FROM care_details d USING care_records r
    WHERE r.id = d.record_id AND r.child_id = child AND (r.kind = ANY (kinds)) = of_kinds;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

CREATE FUNCTION care_details_erasure_proven() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM erasure_proofs p JOIN care_records r ON r.child_id = p.about_id
    WHERE r.id = OLD.record_id AND p.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'what is erased is proven' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER care_details_erasure_proven AFTER DELETE ON care_details
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION care_details_erasure_proven();

-- A note of a timeline that says what nobody may read; that there was an event stays. The proof is about the case.
CREATE FUNCTION erase_event_note(event bigint, why text, erased timestamptz)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE of_case uuid;
BEGIN
  UPDATE case_events SET note = NULL WHERE id = event AND note IS NOT NULL RETURNING case_id INTO of_case;
  IF of_case IS NULL THEN RETURN false; END IF;
  INSERT INTO erasure_proofs (about_id, tag, cause, fields, at) VALUES (of_case, 'contact', why, 1, erased);
  RETURN true;
END $$;

-- The same value under another key: for the rotation, which the owner runs.
CREATE FUNCTION reseal_care_details(records uuid[], old text[], anew text[])
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE n integer;
BEGIN
  UPDATE care_details t SET detail_enc = v.anew FROM unnest(records, old, anew) AS v (id, old, anew)
    WHERE t.record_id = v.id AND t.detail_enc = v.old;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END $$;

-- Where somebody else made the roles, the owner is a member already and may not make itself one.
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'linli_eraser', 'MEMBER') THEN GRANT linli_eraser TO CURRENT_USER; END IF;
END $$;
GRANT CREATE ON SCHEMA public TO linli_eraser;
ALTER FUNCTION erase_care_details OWNER TO linli_eraser;
ALTER FUNCTION care_details_erasure_proven OWNER TO linli_eraser;
ALTER FUNCTION erase_event_note OWNER TO linli_eraser;
ALTER FUNCTION erase_account_notes OWNER TO linli_eraser;
ALTER FUNCTION reseal_care_details OWNER TO linli_eraser;
REVOKE CREATE ON SCHEMA public FROM linli_eraser;
REVOKE ALL ON FUNCTION erase_care_details, erase_event_note, erase_account_notes, reseal_care_details FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_care_details, erase_event_note, erase_account_notes TO linli_service;
GRANT EXECUTE ON FUNCTION erase_care_details, erase_event_note, erase_account_notes, reseal_care_details TO CURRENT_USER;
