-- 志愿服务: what is to be done, who has signed up for it, and the hours that came of it.
CREATE TABLE tasks (
  id             uuid PRIMARY KEY,
  community_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  need_id        uuid REFERENCES cases (id),
  state          text NOT NULL,
  kind           text NOT NULL,
  title          text NOT NULL,
  about          text,
  place          text,
  at_home        boolean NOT NULL,
  starts_at      timestamptz NOT NULL,
  ends_at        timestamptz NOT NULL,
  places         integer NOT NULL,
  taken          integer NOT NULL DEFAULT 0,
  skill          text,
  paper          text,
  adults_only    boolean NOT NULL,
  two_people     boolean NOT NULL,
  opens_to_all   timestamptz NOT NULL,
  series_id      uuid NOT NULL,
  created_by     uuid NOT NULL REFERENCES accounts (id),
  created_at     timestamptz NOT NULL,
  CONSTRAINT tasks_state_known CHECK (state IN ('open', 'cancelled')),
  CONSTRAINT tasks_kind_known CHECK (kind IN
    ('meal', 'cleaning', 'medical', 'mobility', 'company', 'tutoring', 'event', 'emergency', 'other')),
  CONSTRAINT tasks_skill_known CHECK (skill IN ('meal', 'cleaning', 'medical', 'mobility', 'company', 'tutoring', 'event',
    'repair', 'digital', 'first_aid')),
  CONSTRAINT tasks_paper_known CHECK (paper IN ('first_aid', 'vetting', 'driving', 'health', 'teaching')),
  CONSTRAINT tasks_place_one CHECK ((place IS NULL) = at_home),
  CONSTRAINT tasks_time CHECK (starts_at < ends_at AND ends_at <= starts_at + interval '12 hours'),
  CONSTRAINT tasks_places CHECK (places BETWEEN 1 AND 500),
  CONSTRAINT tasks_taken_within CHECK (taken BETWEEN 0 AND places),
  CONSTRAINT tasks_two_people_fit CHECK (NOT two_people OR (places >= 2 AND adults_only)),
  CONSTRAINT tasks_home_for_adults CHECK (NOT at_home OR adults_only),
  CONSTRAINT tasks_home_of_need CHECK (NOT at_home OR need_id IS NOT NULL),
  CONSTRAINT tasks_whole UNIQUE (id, starts_at, ends_at)
);
CREATE INDEX tasks_near ON tasks (community_code, starts_at, id) WHERE state = 'open';
CREATE INDEX tasks_need ON tasks (need_id) WHERE need_id IS NOT NULL;
CREATE INDEX tasks_series ON tasks (series_id);
CREATE INDEX tasks_ending ON tasks (ends_at) WHERE state = 'open';
COMMENT ON TABLE tasks IS 'What volunteers are asked to do, at one time in one place; shifts and repeats are tasks of their own.';
COMMENT ON COLUMN tasks.need_id IS 'The need that it serves: its person hears who comes.';
COMMENT ON COLUMN tasks.at_home IS 'In the home of whoever asked, which stands in the need: for whoever stands by the task alone, and on record.';
COMMENT ON COLUMN tasks.opens_to_all IS 'Until then only those who had few chances lately sign up.';
COMMENT ON COLUMN tasks.series_id IS 'Shared by what was made together: every week.';
COMMENT ON CONSTRAINT tasks_state_known ON tasks IS 'It is open, also when it is over, or it was called off.';
COMMENT ON CONSTRAINT tasks_kind_known ON tasks IS 'The kinds of help, and what is done for many.';
COMMENT ON CONSTRAINT tasks_skill_known ON tasks IS 'What volunteers say they can do.';
COMMENT ON CONSTRAINT tasks_paper_known ON tasks IS 'The papers that staff look at.';
COMMENT ON CONSTRAINT tasks_place_one ON tasks IS 'A place that everybody may read, or a home.';
COMMENT ON CONSTRAINT tasks_time ON tasks IS 'From a time to a later one, twelve hours at most.';
COMMENT ON CONSTRAINT tasks_places ON tasks IS 'How many people are asked for.';
COMMENT ON CONSTRAINT tasks_taken_within ON tasks IS 'A task never holds more people than it asked for (docs/product.md, Volunteers).';
COMMENT ON CONSTRAINT tasks_two_people_fit ON tasks IS 'Two people means two places, of adults.';
COMMENT ON CONSTRAINT tasks_home_for_adults ON tasks IS 'Nobody under 18 is sent to a home.';
COMMENT ON CONSTRAINT tasks_home_of_need ON tasks IS 'Nobody is sent to a home that did not ask.';
COMMENT ON CONSTRAINT tasks_whole ON tasks IS 'So that whoever signed up has the task''s own time.';

CREATE TABLE signups (
  case_id   uuid PRIMARY KEY,
  state     text NOT NULL,
  task_id   uuid NOT NULL,
  party_id  uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at   timestamptz NOT NULL,
  CONSTRAINT signups_case_state FOREIGN KEY (case_id, state) REFERENCES cases (id, state) ON UPDATE CASCADE,
  CONSTRAINT signups_task_time FOREIGN KEY (task_id, starts_at, ends_at)
    REFERENCES tasks (id, starts_at, ends_at) ON UPDATE CASCADE,
  CONSTRAINT signups_no_overlap EXCLUDE USING gist (party_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (state IN ('held', 'confirmed'))
);
CREATE UNIQUE INDEX signups_once ON signups (task_id, party_id)
  WHERE state IN ('waiting', 'held', 'confirmed');
CREATE INDEX signups_party ON signups (party_id, starts_at);
CREATE INDEX signups_task ON signups (task_id, state);
CREATE INDEX signups_ending ON signups (ends_at) WHERE state = 'confirmed';
COMMENT ON TABLE signups IS 'Who has signed up for a task, beside the row of its case.';
COMMENT ON COLUMN signups.party_id IS 'Who comes: an account, or a child whose guardian signed up for it.';
COMMENT ON INDEX signups_once IS 'Nobody twice in a task, however often they press.';
COMMENT ON CONSTRAINT signups_case_state ON signups IS 'The signup''s state is the case''s: the database carries every change over.';
COMMENT ON CONSTRAINT signups_task_time ON signups IS 'Its time is the task''s: the database carries every change over.';
COMMENT ON CONSTRAINT signups_no_overlap ON signups IS
  'A volunteer never holds two tasks at one time (docs/product.md, Volunteers).';

CREATE TABLE attendances (
  case_id     uuid NOT NULL REFERENCES signups (case_id),
  way         text NOT NULL,
  at          timestamptz NOT NULL,
  source      text NOT NULL,
  recorded_by uuid NOT NULL REFERENCES accounts (id),
  recorded_at timestamptz NOT NULL,
  CONSTRAINT attendances_pkey PRIMARY KEY (case_id, way),
  CONSTRAINT attendances_way_known CHECK (way IN ('in', 'out')),
  CONSTRAINT attendances_source_known CHECK (source IN ('code', 'scan', 'list'))
);
COMMENT ON TABLE attendances IS 'Who came and went, once each; it is only added to.';
COMMENT ON COLUMN attendances.source IS 'The organiser''s code, the volunteer''s code that the organiser read, or the organiser''s list.';
COMMENT ON CONSTRAINT attendances_pkey ON attendances IS 'However many devices say it, it is said once.';
COMMENT ON CONSTRAINT attendances_way_known ON attendances IS 'Coming and going.';
COMMENT ON CONSTRAINT attendances_source_known ON attendances IS 'How it is known.';
CREATE TRIGGER attendances_append_only BEFORE UPDATE OR DELETE ON attendances FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE signup_hours (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_id   uuid NOT NULL REFERENCES signups (case_id),
  halves    integer NOT NULL,
  proposed  integer,
  said_by   uuid NOT NULL REFERENCES accounts (id),
  badge     text NOT NULL,
  at        timestamptz NOT NULL,
  CONSTRAINT signup_hours_within CHECK (halves BETWEEN 0 AND 24),
  CONSTRAINT signup_hours_proposed_within CHECK (proposed BETWEEN 0 AND 24)
);
CREATE INDEX signup_hours_case ON signup_hours (case_id, id DESC);
COMMENT ON TABLE signup_hours IS 'What the organiser confirmed, in half hours; the last one counts, the earlier ones stay.';
COMMENT ON COLUMN signup_hours.proposed IS 'What coming and going gave; null where one of them is not known.';
COMMENT ON CONSTRAINT signup_hours_within ON signup_hours IS 'A task lasts twelve hours at most.';
COMMENT ON CONSTRAINT signup_hours_proposed_within ON signup_hours IS 'Likewise.';
CREATE TRIGGER signup_hours_append_only BEFORE UPDATE OR DELETE ON signup_hours FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The waiting line learns its third resource.
ALTER TABLE lines ADD COLUMN task_id uuid REFERENCES tasks (id),
  DROP CONSTRAINT lines_kind_whole,
  ADD CONSTRAINT lines_kind_whole CHECK (
    (kind = 'room' AND room_id IS NOT NULL AND day IS NOT NULL AND programme_id IS NULL AND task_id IS NULL) OR
    (kind = 'programme' AND programme_id IS NOT NULL AND room_id IS NULL AND day IS NULL AND task_id IS NULL) OR
    (kind = 'task' AND task_id IS NOT NULL AND room_id IS NULL AND day IS NULL AND programme_id IS NULL)),
  ADD CONSTRAINT lines_task_once UNIQUE (task_id);
COMMENT ON TABLE lines IS 'One waiting line: of a room on a day, of a programme, or of a task. Its row is the lock of all that moves in it.';
COMMENT ON CONSTRAINT lines_kind_whole ON lines IS 'A line is of one thing.';
COMMENT ON CONSTRAINT lines_task_once ON lines IS 'A task has one line.';

-- A need learns by which task it was arranged.
ALTER TABLE needs ADD COLUMN task_id uuid REFERENCES tasks (id);
COMMENT ON COLUMN needs.task_id IS 'The task whose volunteers come; null where staff arranged it themselves.';
CREATE INDEX needs_task ON needs (task_id) WHERE task_id IS NOT NULL;
