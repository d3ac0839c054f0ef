-- The other guardian is told that one of them said a child would not come. Whatever kinds there are by now, and ours.
DO $$
DECLARE known text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'notices_kind_known');
BEGIN
  ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
  EXECUTE 'ALTER TABLE notices ADD CONSTRAINT notices_kind_known '
    || replace(known, 'ARRAY[', 'ARRAY[''guardian_absence_said''::text, ''guardian_absence_taken_back''::text, ');
END $$;
COMMENT ON CONSTRAINT notices_kind_known ON notices IS 'The kinds of notices.ts.';
