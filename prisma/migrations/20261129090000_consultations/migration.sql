-- 法律咨询
CREATE TABLE consultations (
  case_id uuid PRIMARY KEY REFERENCES cases (id),
  wish    text NOT NULL,
  urgent  boolean NOT NULL
);
COMMENT ON TABLE consultations IS 'What was asked for, beside the row of its case.';
