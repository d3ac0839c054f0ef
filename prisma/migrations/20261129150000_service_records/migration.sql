-- 志愿服务记录证明: what somebody did for others on paper, and whether it still counts.
CREATE TABLE service_records (
  id           uuid PRIMARY KEY,
  number       text NOT NULL,
  code         text NOT NULL,
  account_id   uuid REFERENCES accounts (id),
  child_id     uuid REFERENCES children (id),
  from_day     date NOT NULL,
  to_day       date NOT NULL,
  halves       integer NOT NULL,
  issued_at    timestamptz NOT NULL,
  withdrawn_at timestamptz,
  CONSTRAINT service_records_number_once UNIQUE (number),
  CONSTRAINT service_records_code_shaped CHECK (code ~ '^[0-9]{6}$'),
  CONSTRAINT service_records_one_party CHECK (num_nonnulls(account_id, child_id) = 1),
  CONSTRAINT service_records_days CHECK (from_day <= to_day),
  CONSTRAINT service_records_halves_some CHECK (halves > 0)
);
CREATE INDEX service_records_account ON service_records (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX service_records_child ON service_records (child_id) WHERE child_id IS NOT NULL;
COMMENT ON TABLE service_records IS 'A record of service that was given out: for whom, of which days, and how much it came to.';
COMMENT ON COLUMN service_records.code IS 'Stands on the paper beside the number, so that numbers cannot be tried.';
COMMENT ON COLUMN service_records.halves IS 'In half hours.';
COMMENT ON COLUMN service_records.withdrawn_at IS 'Since then hours of it were corrected, and it counts no more.';
COMMENT ON CONSTRAINT service_records_number_once ON service_records IS 'A number is one record''s.';
COMMENT ON CONSTRAINT service_records_code_shaped ON service_records IS 'Six digits, as they are typed from paper.';
COMMENT ON CONSTRAINT service_records_one_party ON service_records IS 'It is an account''s, or a child''s.';
COMMENT ON CONSTRAINT service_records_days ON service_records IS 'From a day to the same or a later one.';
COMMENT ON CONSTRAINT service_records_halves_some ON service_records IS 'Of nothing no record is made.';
CREATE TRIGGER service_records_account_lives BEFORE INSERT ON service_records FOR EACH ROW
  WHEN (NEW.account_id IS NOT NULL) EXECUTE FUNCTION account_must_live('account_id');

CREATE TABLE service_record_items (
  record_id uuid NOT NULL REFERENCES service_records (id),
  case_id   uuid NOT NULL REFERENCES signups (case_id),
  hours_id  bigint NOT NULL REFERENCES signup_hours (id),
  CONSTRAINT service_record_items_pkey PRIMARY KEY (record_id, case_id)
);
CREATE INDEX service_record_items_case ON service_record_items (case_id);
COMMENT ON TABLE service_record_items IS 'Which tasks stand in a record, and what was said of their hours when it was made.';
COMMENT ON CONSTRAINT service_record_items_pkey ON service_record_items IS 'A task stands in a record once.';
CREATE TRIGGER service_record_items_append_only BEFORE UPDATE OR DELETE ON service_record_items
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Hours that are said anew, and otherwise, withdraw what was given out of them, whoever says so; its person hears once.
-- Whoever makes a record holds the cases of its tasks, as whoever says hours does: the one sees what the other wrote.
CREATE FUNCTION withdraw_service_records() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone record;
BEGIN
  FOR gone IN
    UPDATE service_records r SET withdrawn_at = NEW.at
    FROM service_record_items i JOIN signup_hours h ON h.id = i.hours_id
    WHERE i.case_id = NEW.case_id AND r.id = i.record_id AND h.halves <> NEW.halves AND r.withdrawn_at IS NULL
    RETURNING r.id, r.account_id, r.child_id
  LOOP
    PERFORM notify('record_withdrawn/' || gone.id || '/' || told, told, NEW.case_id, 'record_withdrawn', NEW.at, NEW.at)
    FROM unnest(CASE WHEN gone.child_id IS NULL THEN ARRAY[gone.account_id] ELSE deciding_ids(gone.child_id)::uuid[] END)
      AS told;
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER signup_hours_withdraw AFTER INSERT ON signup_hours
  FOR EACH ROW EXECUTE FUNCTION withdraw_service_records();
