-- What the clock and an adviser's work log look for, without walking over everything.
CREATE INDEX cases_consultations_open ON cases (id) WHERE type = 'consultation' AND closed_at IS NULL;
CREATE INDEX case_events_staff ON case_events (actor_id, at) WHERE side = 'staff';
