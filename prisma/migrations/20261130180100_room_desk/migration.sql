-- Rooms that their community runs: who else may, how a change is not written over, and openings by season.

ALTER TABLE facilities
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN owner_id uuid REFERENCES accounts (id);
COMMENT ON COLUMN facilities.version IS 'Moves with every change, so that nobody writes over what they have not read.';
COMMENT ON COLUMN facilities.owner_id IS
  'The partner unit that runs it beside the staff, while it has a grant as one in the community.';
CREATE INDEX facilities_owner ON facilities (owner_id) WHERE owner_id IS NOT NULL;
COMMENT ON INDEX facilities_owner IS 'What a partner unit runs.';

ALTER TABLE rooms
  ADD COLUMN seasons jsonb NOT NULL DEFAULT '[]',
  ADD CONSTRAINT rooms_seasons_listed CHECK (jsonb_typeof(seasons) = 'array');
COMMENT ON COLUMN rooms.seasons IS
  'Parts of every year with openings of their own: [{name, from: MM-DD, to: MM-DD, openings}], both days in it.';
COMMENT ON CONSTRAINT rooms_seasons_listed ON rooms IS 'None is an empty list.';
