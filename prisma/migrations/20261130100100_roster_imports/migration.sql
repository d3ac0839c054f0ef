-- 导入名册: invitations out of a roster that staff brought along. Nobody is a volunteer by it.
CREATE TABLE roster_imports (
  id            uuid PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  lines         integer NOT NULL,
  reports       jsonb NOT NULL,
  created_by    uuid NOT NULL REFERENCES accounts (id),
  created_at    timestamptz NOT NULL,
  imported_at   timestamptz,
  kept_until    timestamptz NOT NULL,
  CONSTRAINT roster_imports_lines CHECK (lines BETWEEN 0 AND 5000),
  CONSTRAINT roster_imports_kept CHECK (kept_until <= created_at + interval '181 days')
);
CREATE INDEX roster_imports_ending ON roster_imports (kept_until);
COMMENT ON TABLE roster_imports IS 'A roster that staff handed in: read, and imported by one more tap.';
COMMENT ON COLUMN roster_imports.reports IS 'Numbers of lines and codes of what is the matter with them: no name and no number.';
COMMENT ON COLUMN roster_imports.kept_until IS 'Then its lines go: a day after it was read, or 180 days after it was imported.';
COMMENT ON CONSTRAINT roster_imports_lines ON roster_imports IS 'No roster is longer.';
COMMENT ON CONSTRAINT roster_imports_kept ON roster_imports IS 'Nobody is kept on a roster for longer (docs/volunteers.md, Import).';

CREATE TABLE roster_lines (
  id         uuid PRIMARY KEY,
  import_id  uuid NOT NULL REFERENCES roster_imports (id),
  name_enc   text NOT NULL,
  phone_enc  text NOT NULL,
  phone_hash bytea NOT NULL,
  skills     text[] NOT NULL,
  team_id    uuid REFERENCES teams (id),
  CONSTRAINT roster_lines_phone_once UNIQUE (import_id, phone_hash),
  CONSTRAINT roster_lines_skills_known CHECK (skills <@
    ARRAY['meal', 'cleaning', 'medical', 'mobility', 'company', 'tutoring', 'event', 'repair', 'digital', 'first_aid'])
);
CREATE INDEX roster_lines_phone ON roster_lines (phone_hash);
COMMENT ON TABLE roster_lines IS 'Whoever stood on an imported roster, sealed: looked for by the proven number of whoever registers.';
COMMENT ON CONSTRAINT roster_lines_phone_once ON roster_lines IS 'One number stands on a roster once.';
COMMENT ON CONSTRAINT roster_lines_skills_known ON roster_lines IS 'The things that can be done.';
