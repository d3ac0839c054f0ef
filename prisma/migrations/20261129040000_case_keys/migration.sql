-- Each case whose content only its own people may read has a data key of its own, sealed by the key ring. Without its row
-- nothing that it sealed can be opened any more, wherever a copy of that lies.
CREATE TABLE case_keys (
  case_id uuid PRIMARY KEY REFERENCES cases (id),
  key_enc text NOT NULL
);
COMMENT ON TABLE case_keys IS 'The data key of a case; when it goes, everything that it sealed is gone.';
