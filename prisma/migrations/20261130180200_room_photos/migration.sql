-- Photos that a community shows of its rooms: public, two sizes each, and gone with their objects.
CREATE TABLE room_photos (
  id         uuid PRIMARY KEY,
  room_id    uuid NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  alt        text NOT NULL,
  place      int,
  object_key text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT room_photos_alt_said CHECK (alt <> '' AND length(alt) <= 60),
  CONSTRAINT room_photos_place_known CHECK (place BETWEEN 0 AND 5)
);
CREATE INDEX room_photos_room ON room_photos (room_id, place);
CREATE INDEX room_photos_unfinished ON room_photos (created_at) WHERE place IS NULL;
COMMENT ON TABLE room_photos IS 'What everybody may see of a room, a row each before its first object is written.';
COMMENT ON COLUMN room_photos.alt IS 'What is on it, for whoever does not see it.';
COMMENT ON COLUMN room_photos.place IS 'Where in their order, from 0; null while it is on its way.';
COMMENT ON COLUMN room_photos.object_key IS 'Opens its objects. It keeps nothing secret, as the picture is public; the store still learns nothing.';
COMMENT ON CONSTRAINT room_photos_alt_said ON room_photos IS 'No picture without words.';
COMMENT ON CONSTRAINT room_photos_place_known ON room_photos IS 'A room has six at most.';
COMMENT ON INDEX room_photos_room IS 'Those of some rooms, in their order.';
COMMENT ON INDEX room_photos_unfinished IS 'What never became whole goes by the clock.';

CREATE TABLE room_photo_sizes (
  photo_id  uuid NOT NULL REFERENCES room_photos (id) ON DELETE CASCADE,
  n         int  NOT NULL,
  object_id uuid NOT NULL,
  bytes     int  NOT NULL,
  width     int  NOT NULL,
  height    int  NOT NULL,
  PRIMARY KEY (photo_id, n),
  CONSTRAINT room_photo_sizes_object_once UNIQUE (object_id),
  CONSTRAINT room_photo_sizes_positive CHECK (n IN (1, 2) AND bytes >= 1 AND width >= 1 AND height >= 1)
);
COMMENT ON TABLE room_photo_sizes IS 'A photo for a page (1) and for a card (2), and the names of their objects in the file store.';
COMMENT ON COLUMN room_photo_sizes.bytes IS 'Of the picture, before it is sealed.';
COMMENT ON CONSTRAINT room_photo_sizes_object_once ON room_photo_sizes IS 'An object is one size of one photo.';
COMMENT ON CONSTRAINT room_photo_sizes_positive ON room_photo_sizes IS 'There are two sizes, and a picture has one.';

CREATE TRIGGER room_photo_sizes_objects_go AFTER DELETE ON room_photo_sizes REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION file_pages_objects_go();
