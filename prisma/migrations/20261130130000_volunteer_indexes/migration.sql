-- What lists and the clock ask for, however much is over.
CREATE INDEX tasks_past ON tasks (starts_at, id) WHERE state = 'open';
COMMENT ON INDEX tasks_past IS 'What is over in a county or more, the last first.';
CREATE INDEX signups_ahead ON signups (starts_at, case_id) WHERE state IN ('waiting', 'held', 'confirmed');
COMMENT ON INDEX signups_ahead IS 'What the clock looks at each minute: what is ahead, not what was.';
CREATE INDEX volunteers_party ON volunteers (party_id);
COMMENT ON INDEX volunteers_party IS 'Registrations of somebody that are over, too.';
CREATE INDEX cases_volunteers ON cases (community_code, created_at, id) WHERE type = 'volunteer' AND state = 'verified';
COMMENT ON INDEX cases_volunteers IS 'Who is verified in a community, the last first.';
CREATE INDEX cases_needs_open ON cases (state, id) WHERE type = 'need' AND closed_at IS NULL;
COMMENT ON INDEX cases_needs_open IS 'Needs whose visit may be over; what was met long ago is not looked at again.';
