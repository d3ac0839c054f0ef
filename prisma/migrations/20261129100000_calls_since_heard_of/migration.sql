-- Whoever agrees to a referral, takes a time or says thank you was heard of as well as by a line: until then nobody could
-- call them again, though their visit was called off. Whoever receives a matter begins with calls of their own, since a
-- consent lies before them, and learns nothing of the sender's.
CREATE OR REPLACE FUNCTION calls_in_vain(about_case uuid) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT count(*)::int FROM consultation_attempts a
  WHERE a.case_id = about_case AND a.outcome <> 'spoke'
    AND a.after_line = coalesce((SELECT max(l.n) FROM consultation_lines l WHERE l.case_id = about_case AND l.side = 'party'), 0)
    AND a.n > greatest(
      (SELECT max(s.n) FROM consultation_attempts s WHERE s.case_id = about_case AND s.outcome = 'spoke'),
      (SELECT max(v.attempt_n) FROM contact_visits v WHERE v.case_id = about_case AND v.done_at IS NOT NULL),
      (SELECT count(*) FROM case_events e WHERE e.case_id = about_case AND e.action = 'attempt' AND e.id < (
        SELECT max(p.id) FROM case_events p WHERE p.case_id = about_case AND p.side = 'party')), 0)
$$;
COMMENT ON FUNCTION calls_in_vain(uuid) IS
  'How often a person was called in vain since they last wrote or did anything, were spoken to, or had word brought.';
