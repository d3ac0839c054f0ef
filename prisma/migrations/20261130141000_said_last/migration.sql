-- What the organiser said last of the hours of a signup counts, wherever hours are read (docs/tasks.md › Hours).
CREATE FUNCTION hours_said_last(signup uuid) RETURNS TABLE (id bigint, halves integer, at timestamptz)
  LANGUAGE sql STABLE AS $$
  SELECT h.id, h.halves, h.at FROM signup_hours h WHERE h.case_id = signup ORDER BY h.id DESC LIMIT 1
$$;
COMMENT ON FUNCTION hours_said_last IS 'None where nothing was said yet; what was said before stays.';
