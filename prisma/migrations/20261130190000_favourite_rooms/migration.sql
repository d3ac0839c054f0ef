-- Rooms that somebody likes to book: shown first to them, and to nobody else.
CREATE TABLE favourite_rooms (
  account_id uuid NOT NULL REFERENCES accounts (id),
  room_id    uuid NOT NULL REFERENCES rooms (id),
  kept_at    timestamptz NOT NULL,
  CONSTRAINT favourite_rooms_pkey PRIMARY KEY (account_id, room_id)
);
COMMENT ON TABLE favourite_rooms IS 'Rooms that somebody has put first for themselves; nothing follows from it.';
COMMENT ON CONSTRAINT favourite_rooms_pkey ON favourite_rooms IS 'A room is somebody''s favourite once.';
