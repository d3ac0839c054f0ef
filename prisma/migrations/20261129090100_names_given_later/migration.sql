-- Whoever says or changes their name later may be on the other side of what their adviser works on already; so may whoever
-- works with two accounts that become one. At the end of the transaction all that moved has moved.
CREATE FUNCTION look_at_conflicts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  person uuid := CASE WHEN NEW.joined_into IS NULL THEN NEW.id ELSE NEW.joined_into END;
BEGIN
  IF EXISTS (SELECT FROM cases WHERE subject_id = person AND type = 'consultation' AND closed_at IS NULL)
    OR EXISTS (SELECT FROM consultations o JOIN cases c ON c.id = o.case_id
      WHERE o.handler_id = person AND c.closed_at IS NULL) THEN
    PERFORM graphile_worker.add_job('look_at_conflicts', json_build_object('accountId', person),
      job_key => 'look_at_conflicts/' || person);
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION look_at_conflicts() IS
  'Adds the job that gives on what an adviser cannot work on any more since a name is known or two accounts are one.';
CREATE CONSTRAINT TRIGGER accounts_look_at_conflicts AFTER UPDATE OF name_enc, joined_into ON accounts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION look_at_conflicts();
COMMENT ON TRIGGER accounts_look_at_conflicts ON accounts IS
  'A conflict of interest that appears with a name is looked at as soon as the name is there.';
