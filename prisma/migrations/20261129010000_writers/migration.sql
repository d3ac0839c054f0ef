-- One writer per table: what others need written in a table of care, care's own function writes.

CREATE FUNCTION erase_alert_words(child uuid) RETURNS int LANGUAGE sql AS $$
  WITH gone AS (
    DELETE FROM care_alert_words w USING care_alert_steps t, care_alerts a
    WHERE t.id = w.step_id AND a.id = t.alert_id AND a.child_id = child RETURNING 1
  ) SELECT count(*)::int FROM gone
$$;
COMMENT ON FUNCTION erase_alert_words IS 'What people said of alerts about a child; answers how many fields went.';
