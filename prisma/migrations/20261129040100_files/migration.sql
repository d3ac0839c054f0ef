-- Pictures that people hand in. The rows are here before an object is written, and know nothing of who a picture shows or
-- what it was called; the objects are sealed and lie in the file store (docs/files.md).
CREATE TABLE files (
  id          uuid PRIMARY KEY,
  account_id  uuid NOT NULL REFERENCES accounts (id),
  purpose     text NOT NULL,
  kind        text,
  state       text NOT NULL,
  case_id     uuid REFERENCES cases (id),
  key_enc     text,
  key_sealed  text,
  created_at  timestamptz NOT NULL,
  attached_at timestamptz,
  CONSTRAINT files_purpose_named CHECK (purpose ~ '^[a-z][a-z_]*$'),
  CONSTRAINT files_kind_known CHECK (CASE WHEN kind IS NULL THEN state = 'uploading' ELSE kind IN ('picture', 'pdf') END),
  CONSTRAINT files_state_known CHECK (state IN ('uploading', 'ready', 'attached')),
  CONSTRAINT files_attached_whole CHECK ((state = 'attached') = (case_id IS NOT NULL)
    AND (case_id IS NULL) = (key_sealed IS NULL) AND (case_id IS NULL) = (key_enc IS NOT NULL)
    AND (case_id IS NULL) = (attached_at IS NULL))
);
CREATE INDEX files_case ON files (case_id, attached_at) WHERE case_id IS NOT NULL;
CREATE INDEX files_account ON files (account_id, created_at);
CREATE INDEX files_unattached ON files (created_at) WHERE case_id IS NULL;
COMMENT ON TABLE files IS 'What somebody handed in, a row each before its first object is written.';
COMMENT ON COLUMN files.purpose IS 'The service whose cases it can be attached to.';
COMMENT ON COLUMN files.key_enc IS 'The data key of the file by the key ring, until it belongs to a case.';
COMMENT ON COLUMN files.key_sealed IS 'The same by the data key of its case.';
COMMENT ON CONSTRAINT files_purpose_named ON files IS 'The name of a service.';
COMMENT ON CONSTRAINT files_kind_known ON files IS 'What it was: a picture, or a PDF, which is shown as pictures of its pages; not known while it is on its way.';
COMMENT ON CONSTRAINT files_state_known ON files IS 'On its way, whole, or part of a case.';
COMMENT ON CONSTRAINT files_attached_whole ON files IS 'A file of a case opens by the key of the case alone, any other by the ring.';

CREATE TABLE file_pages (
  file_id   uuid NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  n         int  NOT NULL,
  object_id uuid NOT NULL,
  bytes     int  NOT NULL,
  width     int  NOT NULL,
  height    int  NOT NULL,
  PRIMARY KEY (file_id, n),
  CONSTRAINT file_pages_object_once UNIQUE (object_id),
  CONSTRAINT file_pages_positive CHECK (n >= 1 AND bytes >= 1 AND width >= 1 AND height >= 1)
);
COMMENT ON TABLE file_pages IS 'One picture each, and the name of its object in the file store.';
COMMENT ON COLUMN file_pages.bytes IS 'Of the picture, before it is sealed.';
COMMENT ON CONSTRAINT file_pages_object_once ON file_pages IS 'An object is one page of one file.';
COMMENT ON CONSTRAINT file_pages_positive ON file_pages IS 'Pages begin with 1, and a picture has a size.';

-- Whatever deletes a page, and for whatever reason, its object goes by a job of the same transaction.
CREATE FUNCTION file_pages_objects_go() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM gone) THEN
    PERFORM graphile_worker.add_job('remove_objects',
      (SELECT json_build_object('objectIds', json_agg(object_id)) FROM gone));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER file_pages_objects_go AFTER DELETE ON file_pages REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION file_pages_objects_go();

CREATE TABLE file_quotas (
  account_id uuid PRIMARY KEY REFERENCES accounts (id),
  day        date NOT NULL,
  taken      int  NOT NULL,
  CONSTRAINT file_quotas_positive CHECK (taken >= 1)
);
COMMENT ON TABLE file_quotas IS 'How many uploads somebody has begun on their last day; its row makes those of one account come one after the other.';
COMMENT ON CONSTRAINT file_quotas_positive ON file_quotas IS 'Whoever has a row has begun one.';
