-- A room for table tennis looks like one, and not like a basketball ground.
ALTER TABLE rooms
  DROP CONSTRAINT rooms_kind_known,
  ADD CONSTRAINT rooms_kind_known CHECK (kind IN ('hall', 'meeting', 'rehearsal', 'reading', 'elder', 'sports',
    'table_tennis', 'banquet', 'children'));
COMMENT ON CONSTRAINT rooms_kind_known ON rooms IS 'There is a drawing of each.';

UPDATE rooms SET kind = 'table_tennis' WHERE kind = 'sports' AND 'table_tennis' = ANY (equipment);
