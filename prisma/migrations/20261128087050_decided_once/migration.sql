-- The books of two staff and papers: what was proposed stays as it was said, and what was decided is decided once.

-- Arguments: the column that says when it was decided; all that a decision writes; what follows an account that becomes
-- part of another; what is sealed, and goes when it is decided; what is written once, later.
CREATE FUNCTION decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := to_jsonb(OLD);
  becomes jsonb;
  place text;
  decided boolean := was ->> TG_ARGV[0] IS NOT NULL;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION '% is never taken out of the books', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  becomes := to_jsonb(NEW);
  FOREACH place IN ARRAY TG_ARGV[2]::text[] LOOP
    IF was ->> place <> becomes ->> place AND EXISTS (SELECT FROM accounts
      WHERE id = (was ->> place)::uuid AND joined_into = (becomes ->> place)::uuid)
    THEN was := was || jsonb_build_object(place, becomes -> place); END IF;
  END LOOP;
  FOREACH place IN ARRAY TG_ARGV[3]::text[] LOOP
    -- Sealed anew it stands under another key.
    IF (becomes ->> place IS NULL AND becomes ->> TG_ARGV[0] IS NOT NULL)
      OR split_part(was ->> place, '.', 1) || split_part(was ->> place, '.', 2)
        <> split_part(becomes ->> place, '.', 1) || split_part(becomes ->> place, '.', 2)
    THEN was := was || jsonb_build_object(place, becomes -> place); END IF;
  END LOOP;
  FOREACH place IN ARRAY TG_ARGV[4]::text[] LOOP
    IF was ->> place IS NULL AND decided THEN was := was || jsonb_build_object(place, becomes -> place); END IF;
  END LOOP;
  IF NOT decided AND becomes ->> TG_ARGV[0] IS NOT NULL THEN
    was := was - TG_ARGV[1]::text[];
    becomes := becomes - TG_ARGV[1]::text[];
  END IF;
  IF was IS DISTINCT FROM becomes THEN
    RAISE EXCEPTION '% stays as it was said, and is decided once', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION decided_once IS
  'A proposal never changes and never goes; its decision is written once. What is sealed in it may go, or stand under another key.';

CREATE TRIGGER guardian_endings_decided_once BEFORE UPDATE OR DELETE ON guardian_endings FOR EACH ROW
  EXECUTE FUNCTION decided_once('decided_at', '{decided_by,decider,decided_at,approved}', '{proposed_by}', '{}', '{}');
CREATE TRIGGER guardian_endings_no_truncate BEFORE TRUNCATE ON guardian_endings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER child_freezes_decided_once BEFORE UPDATE OR DELETE ON child_freezes FOR EACH ROW
  EXECUTE FUNCTION decided_once('ended_at', '{ended_at,outcome,ended_by,for_guardian}', '{asked_by,ended_by}', '{}', '{}');
CREATE TRIGGER child_freezes_no_truncate BEFORE TRUNCATE ON child_freezes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER number_changes_decided_once BEFORE UPDATE OR DELETE ON number_changes FOR EACH ROW
  EXECUTE FUNCTION decided_once('decided_at', '{decided_by,decider,decided_at,approved}', '{account_id}',
    '{old_phone_enc,new_phone_enc}', '{told_at}');
CREATE TRIGGER number_changes_no_truncate BEFORE TRUNCATE ON number_changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
