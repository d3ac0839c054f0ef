-- What was read because of an alert: of a bar, whoever is barred does not see that somebody looked.
ALTER TABLE access_records ADD COLUMN alert_id uuid REFERENCES care_alerts (id);
COMMENT ON COLUMN access_records.alert_id IS 'The alert for which it was read.';
