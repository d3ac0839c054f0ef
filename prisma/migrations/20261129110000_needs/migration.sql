-- 找人帮: what somebody needs a hand with, and who comes when.
CREATE TABLE needs (
  case_id    uuid PRIMARY KEY REFERENCES cases (id),
  help       text NOT NULL,
  day        date,
  part       text NOT NULL,
  wish_enc   text,
  place_enc  text,
  helper_enc text,
  comes_at   timestamptz,
  leaves_at  timestamptz,
  CONSTRAINT needs_help_known CHECK
    (help IN ('meal', 'cleaning', 'medical', 'mobility', 'company', 'tutoring', 'other')),
  CONSTRAINT needs_part_known CHECK (part IN ('any', 'morning', 'afternoon', 'evening')),
  CONSTRAINT needs_arranged_whole CHECK (num_nonnulls(comes_at, leaves_at) IN (0, 2) AND comes_at < leaves_at)
);
COMMENT ON TABLE needs IS 'What was asked for, beside the row of its case, and what was arranged last.';
COMMENT ON COLUMN needs.day IS 'The day on which it is wished for, in Shanghai; null: any.';
COMMENT ON COLUMN needs.wish_enc IS 'What it is about, in the words of whoever asked (contact).';
COMMENT ON COLUMN needs.place_enc IS 'Where it is needed (contact).';
COMMENT ON COLUMN needs.helper_enc IS 'Who comes, as the person served reads it (contact).';
COMMENT ON CONSTRAINT needs_help_known ON needs IS 'The kinds of help that can be asked for.';
COMMENT ON CONSTRAINT needs_part_known ON needs IS 'The parts of a day that can be wished for.';
COMMENT ON CONSTRAINT needs_arranged_whole ON needs IS 'Whoever comes comes from a time to a later one.';
