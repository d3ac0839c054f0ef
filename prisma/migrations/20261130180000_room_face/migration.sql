-- Rooms as places: what kind of room it is, where exactly, what it costs, what is asked of those who use it.

ALTER TABLE facilities
  ADD COLUMN longitude double precision,
  ADD COLUMN latitude double precision,
  ADD CONSTRAINT facilities_position_whole CHECK ((longitude IS NULL) = (latitude IS NULL)),
  ADD CONSTRAINT facilities_position_on_earth CHECK (longitude BETWEEN -180 AND 180 AND latitude BETWEEN -90 AND 90);
COMMENT ON COLUMN facilities.longitude IS 'WGS-84, degrees. Maps that want GCJ-02 convert when they show it.';
COMMENT ON COLUMN facilities.latitude IS 'WGS-84, degrees.';
COMMENT ON CONSTRAINT facilities_position_whole ON facilities IS 'A place has two numbers or none.';
COMMENT ON CONSTRAINT facilities_position_on_earth ON facilities IS 'A number too many is a slip of the finger.';

ALTER TABLE rooms
  ADD COLUMN kind text NOT NULL DEFAULT 'meeting',
  ADD COLUMN floor text,
  ADD COLUMN door text,
  ADD COLUMN price text,
  ADD COLUMN rules text,
  ADD COLUMN bring text,
  ADD COLUMN retired_at timestamptz,
  ADD CONSTRAINT rooms_kind_known CHECK (kind IN ('hall', 'meeting', 'rehearsal', 'reading', 'elder', 'sports',
    'banquet', 'children')),
  ADD CONSTRAINT rooms_words_short CHECK (char_length(floor) <= 20 AND char_length(door) <= 40
    AND char_length(price) <= 60 AND char_length(rules) <= 500 AND char_length(bring) <= 300);
COMMENT ON COLUMN rooms.kind IS 'Which room it is to the eye: chooses its drawing.';
COMMENT ON COLUMN rooms.price IS 'In the words of the community; nothing written is free.';
COMMENT ON COLUMN rooms.retired_at IS 'Since when the room takes no new booking. What stands in it stays.';
COMMENT ON CONSTRAINT rooms_kind_known ON rooms IS 'There is a drawing of each.';
COMMENT ON CONSTRAINT rooms_words_short ON rooms IS 'What is read on a phone before booking is short.';

UPDATE rooms SET kind = CASE
  WHEN 'banquet' = ANY (rooms.purposes) THEN 'banquet'
  WHEN 'mirror_wall' = ANY (rooms.equipment) THEN 'rehearsal'
  WHEN 'toys' = ANY (rooms.equipment) OR (facility.kind = 'children_home' AND rooms.purposes <@ '{children_activity,study}') THEN 'children'
  WHEN rooms.purposes <@ '{sports,children_activity}' THEN 'sports'
  WHEN 'arts_rehearsal' = ANY (rooms.purposes) AND rooms.capacity >= 60 THEN 'hall'
  WHEN 'study' = ANY (rooms.purposes) AND NOT 'residents_meeting' = ANY (rooms.purposes) THEN 'reading'
  WHEN 'elder_activity' = ANY (rooms.purposes) THEN 'elder'
  ELSE 'meeting' END
  FROM facilities facility WHERE facility.id = rooms.facility_id;
