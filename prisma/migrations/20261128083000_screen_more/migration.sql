-- Whoever can carry out a proposed move in a line is told that one waits. Whatever kinds there are by now, and ours.
DO $$
DECLARE known text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'notices_kind_known');
BEGIN
  ALTER TABLE notices DROP CONSTRAINT notices_kind_known;
  EXECUTE 'ALTER TABLE notices ADD CONSTRAINT notices_kind_known '
    || replace(known, 'ARRAY[', 'ARRAY[''line_move_proposed''::text, ');
END $$;
COMMENT ON CONSTRAINT notices_kind_known ON notices IS 'The kinds of notices.ts.';
