-- Legal consultation: two people read it (docs/product.md › Legal consultation).

ALTER TABLE grants DROP CONSTRAINT grants_role_known,
  ADD CONSTRAINT grants_role_known CHECK (role IN ('staff', 'grid_worker', 'care_worker', 'legal_adviser', 'legal_helper',
    'mediator', 'legal_aid', 'notary', 'appraiser', 'volunteer', 'partner_unit', 'supervisor'));
COMMENT ON CONSTRAINT grants_role_known ON grants IS 'The roles of the contract.';

CREATE TABLE consultations (
  case_id       uuid PRIMARY KEY REFERENCES cases (id),
  urgent        boolean NOT NULL,
  unnamed       boolean NOT NULL,
  reach         text NOT NULL,
  office_code   text COLLATE "C" NOT NULL REFERENCES divisions (code),
  handler_id    uuid REFERENCES accounts (id),
  handler_name  text,
  handed_at     timestamptz,
  opened_at     timestamptz,
  moves_at      timestamptz,
  parts         text[] NOT NULL,
  handed_lines  int NOT NULL DEFAULT 0,
  intake_sealed text,
  opposite_enc  text,
  opposite_hash bytea,
  answered_at   timestamptz,
  ask_until     timestamptz,
  thanked_at    timestamptz,
  CONSTRAINT consultations_reach_known CHECK (reach IN ('here', 'phone')),
  CONSTRAINT consultations_handler_whole CHECK ((handler_id IS NULL) = (handed_at IS NULL)
    AND (handler_id IS NULL) = (handler_name IS NULL)),
  CONSTRAINT consultations_opened_by_handler CHECK (opened_at IS NULL OR handler_id IS NOT NULL),
  CONSTRAINT consultations_parts_known CHECK (parts <@ ARRAY['question', 'thread', 'files', 'opposite', 'phone']),
  CONSTRAINT consultations_opposite_whole CHECK (opposite_hash IS NULL OR opposite_enc IS NOT NULL)
);
CREATE INDEX consultations_handler ON consultations (handler_id) WHERE handler_id IS NOT NULL;
CREATE INDEX consultations_moving ON consultations (moves_at) WHERE opened_at IS NULL AND moves_at IS NOT NULL;
CREATE INDEX consultations_office ON consultations (office_code) WHERE handler_id IS NULL;
COMMENT ON TABLE consultations IS 'What is kept of a legal consultation beside the row of its case; its words are sealed by the key of the case.';
COMMENT ON COLUMN consultations.urgent IS 'Somebody is in danger, or a date runs out: whoever does not open it within a day loses it to somebody else.';
COMMENT ON COLUMN consultations.unnamed IS 'Nobody but the handler learns who asks.';
COMMENT ON COLUMN consultations.office_code IS 'The desk that owns it: village, township or county.';
COMMENT ON COLUMN consultations.handler_id IS 'Who works on it and alone reads it beside whoever asked; null while only the desk has it.';
COMMENT ON COLUMN consultations.handler_name IS 'The badge of the handler.';
COMMENT ON COLUMN consultations.opened_at IS 'When the present handler first read it.';
COMMENT ON COLUMN consultations.moves_at IS 'When somebody else gets it, if it presses and its handler has not opened it by then.';
COMMENT ON COLUMN consultations.parts IS 'What the present handler may read of what was there when it came to them.';
COMMENT ON COLUMN consultations.handed_lines IS 'How many lines there were then.';
COMMENT ON COLUMN consultations.opposite_hash IS 'Keyed hash of the compared name of the other side: an adviser never advises both.';
COMMENT ON COLUMN consultations.ask_until IS 'Until when its person may ask on after its end; from the first answer on.';
COMMENT ON CONSTRAINT consultations_reach_known ON consultations IS 'Only here, or also by telephone.';
COMMENT ON CONSTRAINT consultations_handler_whole ON consultations IS 'A handler has a badge and an hour since which.';
COMMENT ON CONSTRAINT consultations_opened_by_handler ON consultations IS 'Nobody else opens it.';
COMMENT ON CONSTRAINT consultations_parts_known ON consultations IS 'The parts of the contract.';
COMMENT ON CONSTRAINT consultations_opposite_whole ON consultations IS 'A hash is of a name that is kept.';

CREATE TABLE consultation_lines (
  id           uuid PRIMARY KEY,
  case_id      uuid NOT NULL REFERENCES consultations (case_id),
  n            int NOT NULL,
  at           timestamptz NOT NULL,
  side         text NOT NULL,
  author_id    uuid NOT NULL REFERENCES accounts (id),
  author_name  text,
  kind         text NOT NULL,
  words_sealed text,
  corrects     int,
  CONSTRAINT consultation_lines_in_order UNIQUE (case_id, n),
  CONSTRAINT consultation_lines_side_known CHECK (side IN ('party', 'adviser')),
  CONSTRAINT consultation_lines_kind_known CHECK (kind IN ('question', 'answer', 'ask', 'thanks', 'correction')),
  CONSTRAINT consultation_lines_badge CHECK ((side = 'adviser') = (author_name IS NOT NULL)),
  CONSTRAINT consultation_lines_corrects CHECK ((kind = 'correction') = (corrects IS NOT NULL)),
  CONSTRAINT consultation_lines_corrects_line FOREIGN KEY (case_id, corrects) REFERENCES consultation_lines (case_id, n)
);
COMMENT ON TABLE consultation_lines IS 'The thread: lines are added and never edited; what is wrong is corrected by a new one.';
COMMENT ON CONSTRAINT consultation_lines_in_order ON consultation_lines IS 'One line a number.';
COMMENT ON CONSTRAINT consultation_lines_side_known ON consultation_lines IS 'Whoever asked, or whoever worked on it.';
COMMENT ON CONSTRAINT consultation_lines_kind_known ON consultation_lines IS 'The kinds of the contract.';
COMMENT ON CONSTRAINT consultation_lines_badge ON consultation_lines IS 'An adviser writes under a badge; whoever asked is never named.';
COMMENT ON CONSTRAINT consultation_lines_corrects ON consultation_lines IS 'A correction says what it corrects.';
COMMENT ON CONSTRAINT consultation_lines_corrects_line ON consultation_lines IS 'It corrects a line of the same thread.';

CREATE TABLE consultation_line_files (
  line_id uuid NOT NULL REFERENCES consultation_lines (id),
  file_id uuid NOT NULL,
  PRIMARY KEY (line_id, file_id)
);
CREATE INDEX consultation_line_files_file ON consultation_line_files (file_id);
COMMENT ON TABLE consultation_line_files IS 'The pictures of a line.';

CREATE TABLE consultation_reads (
  case_id uuid NOT NULL REFERENCES consultations (case_id),
  side    text NOT NULL,
  up_to   int NOT NULL,
  PRIMARY KEY (case_id, side),
  CONSTRAINT consultation_reads_side_known CHECK (side IN ('party', 'adviser'))
);
COMMENT ON TABLE consultation_reads IS 'Up to which line each side has read.';
COMMENT ON CONSTRAINT consultation_reads_side_known ON consultation_reads IS 'Whoever asked, or whoever works on it.';

CREATE TABLE advisers (
  account_id uuid PRIMARY KEY REFERENCES accounts (id),
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE advisers IS 'Whoever was ever given a matter: the row that is locked while one is given, so that no conflict of interest appears meanwhile.';

CREATE TABLE adviser_duties (
  account_id  uuid NOT NULL REFERENCES accounts (id),
  weekday     int NOT NULL,
  from_minute int NOT NULL,
  to_minute   int NOT NULL,
  PRIMARY KEY (account_id, weekday, from_minute),
  CONSTRAINT adviser_duties_weekday_known CHECK (weekday BETWEEN 1 AND 7),
  CONSTRAINT adviser_duties_in_order CHECK (from_minute >= 0 AND from_minute < to_minute AND to_minute <= 1440)
);
COMMENT ON TABLE adviser_duties IS 'Duty hours by weekday, in minutes of the day in Shanghai; without any, the hours of the office.';
COMMENT ON CONSTRAINT adviser_duties_weekday_known ON adviser_duties IS '1 is Monday.';
COMMENT ON CONSTRAINT adviser_duties_in_order ON adviser_duties IS 'Within one day, and lasting.';

CREATE TABLE adviser_absences (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id),
  from_day   date NOT NULL,
  to_day     date NOT NULL,
  CONSTRAINT adviser_absences_in_order CHECK (from_day <= to_day)
);
CREATE INDEX adviser_absences_account ON adviser_absences (account_id, to_day);
COMMENT ON TABLE adviser_absences IS 'Days on which somebody is away, the last one included.';
COMMENT ON CONSTRAINT adviser_absences_in_order ON adviser_absences IS 'It ends no earlier than it begins.';

CREATE TABLE adviser_openings (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts (id),
  words      text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX adviser_openings_account ON adviser_openings (account_id, created_at);
COMMENT ON TABLE adviser_openings IS 'First sentences that an adviser keeps for themselves; they are of nobody''s matter.';

-- What was asked on loses the right to rate that nobody has used; who is rating it now is waited for.
CREATE FUNCTION withdraw_unused_right(about_case uuid) RETURNS void LANGUAGE sql VOLATILE AS $$
  DELETE FROM rating_rights WHERE case_id = about_case AND rated_at IS NULL
$$;

-- The thread only grows: what the service may change of a line is its owner's account, and words that go with their person.
REVOKE UPDATE, DELETE ON consultation_lines FROM linli_service;
GRANT UPDATE (author_id, words_sealed) ON consultation_lines TO linli_service;
