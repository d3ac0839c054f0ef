-- Somebody is helped who did not ask themselves: family asks, or staff at the counter, by telephone or on a visit.
ALTER TABLE accounts ADD COLUMN kept_since timestamptz;
COMMENT ON COLUMN accounts.kept_since IS
  'Written down for somebody who is served and has never signed in: since when. It goes with their first sign-in.';
CREATE INDEX accounts_kept ON accounts (kept_since) WHERE kept_since IS NOT NULL AND erased_at IS NULL;

ALTER TABLE needs
  ADD COLUMN came_by text NOT NULL DEFAULT 'self',
  ADD COLUMN relation text,
  ADD COLUMN person_enc text,
  ADD COLUMN phone_enc text,
  ADD COLUMN elder_id uuid REFERENCES visit_elders (id),
  ADD CONSTRAINT needs_came_by_known CHECK (came_by IN ('self', 'family', 'counter', 'phone', 'visit')),
  ADD CONSTRAINT needs_relation_known CHECK (relation IN ('parent', 'grandparent', 'spouse', 'child', 'relative')),
  ADD CONSTRAINT needs_relation_of_family CHECK ((relation IS NOT NULL) = (came_by = 'family')),
  ADD CONSTRAINT needs_person_of_others CHECK (came_by <> 'self' OR num_nonnulls(person_enc, phone_enc) = 0),
  ADD CONSTRAINT needs_elder_of_visit CHECK (elder_id IS NULL OR came_by = 'visit');
ALTER TABLE needs ALTER COLUMN came_by DROP DEFAULT;
CREATE INDEX needs_elder ON needs (elder_id) WHERE elder_id IS NOT NULL;
COMMENT ON COLUMN needs.came_by IS 'Who said what is needed: the person, somebody of the family, or staff of whom they asked it.';
COMMENT ON COLUMN needs.relation IS 'What the person served is to whoever of the family asked.';
COMMENT ON COLUMN needs.person_enc IS 'How the person served is called, as whoever asked for them wrote it (contact).';
COMMENT ON COLUMN needs.phone_enc IS 'Where the person served is called, likewise (contact).';
COMMENT ON COLUMN needs.elder_id IS 'The elder who said it on a visit.';
COMMENT ON CONSTRAINT needs_came_by_known ON needs IS 'The ways of need-case.ts.';
COMMENT ON CONSTRAINT needs_relation_known ON needs IS 'The relations of need-case.ts.';
COMMENT ON CONSTRAINT needs_relation_of_family ON needs IS 'Whoever of the family asks says what they are to each other.';
COMMENT ON CONSTRAINT needs_person_of_others ON needs IS 'Whoever asks for themselves is known by their account.';
COMMENT ON CONSTRAINT needs_elder_of_visit ON needs IS 'An elder of the register is asked on a visit.';
