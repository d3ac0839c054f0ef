-- What a guardian whom staff never knew allowed at the door ends where a known one overtakes, and the family is told.
DO $$
DECLARE known text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'notices_kind_known');
BEGIN
  ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
  EXECUTE 'ALTER TABLE notices ADD CONSTRAINT notices_kind_known '
    || replace(known, 'ARRAY[', 'ARRAY[''guardian_allowed_ended''::text, ');
END $$;
COMMENT ON CONSTRAINT notices_kind_known ON notices IS 'The kinds of notices.ts.';

-- What is left of earlier versions: listed, or given a code, by somebody who is no guardian now, or an unknown one beside
-- one whom staff know.
CREATE TEMPORARY TABLE allowing ON COMMIT DROP AS
  SELECT g.child_id, g.account_id FROM guardians g WHERE g.ended_at IS NULL AND (g.known_at IS NOT NULL
    OR NOT EXISTS (SELECT FROM guardians k WHERE k.child_id = g.child_id AND k.ended_at IS NULL AND k.known_at IS NOT NULL));
UPDATE pickup_people p SET ended_at = now() WHERE p.kind = 'listed' AND p.ended_at IS NULL
  AND NOT EXISTS (SELECT FROM allowing a WHERE a.child_id = p.child_id AND a.account_id = p.created_by);
UPDATE pickup_codes c SET replaced_at = now() WHERE c.used_at IS NULL AND c.replaced_at IS NULL
  AND NOT EXISTS (SELECT FROM allowing a WHERE a.child_id = c.child_id AND a.account_id = c.created_by);
DROP TABLE allowing;
