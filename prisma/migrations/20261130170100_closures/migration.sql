-- Closing what is booked: each booking that a closure meets has its answer, or the room is not closed.
ALTER TABLE room_closures
  ADD COLUMN kind text NOT NULL DEFAULT 'closed',
  ADD COLUMN series_id uuid,
  ADD CONSTRAINT room_closures_kind_known CHECK (kind IN ('closed', 'takeover'));
CREATE INDEX room_closures_series ON room_closures (series_id, starts_at) WHERE series_id IS NOT NULL AND removed_at IS NULL;
COMMENT ON COLUMN room_closures.kind IS 'takeover: the community needs the room at once, e.g. as a shelter or for a wake.';
COMMENT ON COLUMN room_closures.series_id IS 'Closures that were made together: several rooms, or every week.';
COMMENT ON CONSTRAINT room_closures_kind_known ON room_closures IS 'The kinds of closures.ts.';
COMMENT ON INDEX room_closures_series IS 'What else was closed together, to open all of it again.';

CREATE TABLE closure_answers (
  closure_id uuid NOT NULL REFERENCES room_closures (id),
  case_id    uuid NOT NULL REFERENCES bookings (case_id),
  answer     text NOT NULL,
  at         timestamptz NOT NULL,
  CONSTRAINT closure_answers_pkey PRIMARY KEY (closure_id, case_id),
  CONSTRAINT closure_answers_known CHECK (answer IN ('move', 'keep', 'cancel'))
);
COMMENT ON TABLE closure_answers IS 'What became of each booking that lay where a room was closed.';
COMMENT ON CONSTRAINT closure_answers_pkey ON closure_answers IS 'One answer for each.';
COMMENT ON CONSTRAINT closure_answers_known ON closure_answers IS 'The answers of closures.ts.';
