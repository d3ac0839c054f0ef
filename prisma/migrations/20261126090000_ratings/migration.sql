-- 好差评: the right to rate, ratings, their follow-up, the figures that are published of them, and surveys.

-- ── The spine takes a third type ──────────────────────────────────────────────────────────────────────────────────
ALTER TABLE cases
  DROP CONSTRAINT cases_type_known,
  ADD CONSTRAINT cases_type_known CHECK (type IN ('booking', 'enrolment', 'follow_up')),
  ADD CONSTRAINT cases_follow_up_state_known CHECK (type <> 'follow_up' OR
    state IN ('contacting', 'rectifying', 'informing', 'verdict', 'reviewing', 'closed', 'overturned'));
CREATE INDEX cases_follow_ups ON cases (community_code, due_at, id) WHERE type = 'follow_up' AND closed_at IS NULL;
CREATE INDEX cases_follow_ups_ended ON cases (community_code, closed_at DESC, id DESC)
  WHERE type = 'follow_up' AND closed_at IS NOT NULL;

-- What staff look for after its end: a slip is printed for it.
CREATE INDEX cases_finished ON cases (community_code, closed_at DESC, id DESC) WHERE state IN ('completed', 'refused');

-- ── Who decides for a child ───────────────────────────────────────────────────────────────────────────────────────
CREATE VIEW deciding_guardians AS
SELECT g.child_id, g.account_id, g.place FROM guardians g
WHERE g.ended_at IS NULL AND (g.verified_at IS NOT NULL OR (SELECT bool_and(o.verified_at IS NULL) FROM guardians o
  WHERE o.child_id = g.child_id AND o.ended_at IS NULL));
COMMENT ON VIEW deciding_guardians IS
  'The same rule as children/policy.ts: once staff have verified one guardian, only the verified decide.';

-- ── The right to rate ─────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE rating_rights (
  case_id        uuid PRIMARY KEY REFERENCES cases (id),
  service        text NOT NULL,
  community_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  finished_at    timestamptz NOT NULL,
  invite_at      timestamptz NOT NULL,
  rate_until     timestamptz NOT NULL,
  invited_at     timestamptz,
  rated_at       timestamptz,
  CONSTRAINT rating_rights_service_known CHECK (service IN ('booking', 'enrolment')),
  CONSTRAINT rating_rights_in_order CHECK (finished_at < rate_until),
  CONSTRAINT rating_rights_rated_in_time CHECK (rated_at IS NULL OR rated_at >= finished_at)
);
CREATE INDEX rating_rights_invite ON rating_rights (invite_at) WHERE invited_at IS NULL AND rated_at IS NULL;
CREATE INDEX rating_rights_lapsed ON rating_rights (rate_until) WHERE rated_at IS NULL;
COMMENT ON TABLE rating_rights IS 'A finished case creates one right to rate (PRODUCT.md, rule 1). Unrated stays unrated.';

-- What was finished in the last three days can be rated like what comes; what is older was before there were ratings.
INSERT INTO rating_rights (case_id, service, community_code, finished_at, invite_at, rate_until)
SELECT id, type, community_code, closed_at, closed_at + interval '3 days', closed_at + interval '30 days'
FROM cases WHERE state IN ('completed', 'refused') AND closed_at > now() - interval '3 days';

CREATE TABLE rating_slips (
  id              uuid PRIMARY KEY,
  case_id         uuid NOT NULL REFERENCES rating_rights (case_id),
  token_hash      bytea NOT NULL,
  token_enc       text NOT NULL,
  printed_by      uuid NOT NULL REFERENCES accounts (id),
  printed_at      timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  code_hash       bytea,
  code_expires_at timestamptz,
  attempts        integer NOT NULL DEFAULT 0,
  pass_hash       bytea,
  pass_expires_at timestamptz,
  CONSTRAINT rating_slips_token_once UNIQUE (token_hash),
  CONSTRAINT rating_slips_attempts_bounded CHECK (attempts BETWEEN 0 AND 5)
);
CREATE INDEX rating_slips_case ON rating_slips (case_id);
CREATE INDEX rating_slips_expired ON rating_slips (expires_at);
COMMENT ON TABLE rating_slips IS 'A printed QR: opens one rating page, and only with a code sent to the subject''s own telephone.';
COMMENT ON CONSTRAINT rating_slips_attempts_bounded ON rating_slips IS 'Five guesses a code, whoever asks.';

CREATE TABLE ratings (
  id               uuid PRIMARY KEY,
  case_id          uuid NOT NULL REFERENCES rating_rights (case_id),
  service          text NOT NULL,
  community_code   text COLLATE "C" NOT NULL REFERENCES divisions (code),
  rater_id         uuid NOT NULL REFERENCES accounts (id),
  session_id       uuid,
  slip_id          uuid,
  grade            text NOT NULL,
  reasons_version  text NOT NULL,
  reasons          text[] NOT NULL,
  unprompted       boolean NOT NULL,
  named            boolean NOT NULL,
  rated_at         timestamptz NOT NULL,
  text_enc         text,
  text_shown       text,
  text_state       text NOT NULL,
  text_for_all     boolean NOT NULL,
  supplement_enc   text,
  supplement_shown text,
  supplement_state text NOT NULL DEFAULT 'none',
  supplement_at    timestamptz,
  checks           integer NOT NULL DEFAULT 0,
  reply            text,
  reply_by         uuid REFERENCES accounts (id),
  reply_name       text,
  replied_at       timestamptz,
  overturned_at    timestamptz,
  CONSTRAINT ratings_case_once UNIQUE (case_id),
  CONSTRAINT ratings_grade_known CHECK (grade IN
    ('very_satisfied', 'satisfied', 'fair', 'dissatisfied', 'very_dissatisfied')),
  CONSTRAINT ratings_one_door CHECK ((session_id IS NULL) <> (slip_id IS NULL)),
  CONSTRAINT ratings_text_state_known CHECK (text_state IN ('none', 'unchecked', 'passed', 'doubtful', 'refused')
    AND supplement_state IN ('none', 'unchecked', 'passed', 'doubtful', 'refused')),
  CONSTRAINT ratings_text_whole CHECK ((text_enc IS NULL) = (text_shown IS NULL)
    AND (text_enc IS NULL) = (text_state = 'none')),
  CONSTRAINT ratings_supplement_whole CHECK ((supplement_enc IS NULL) = (supplement_shown IS NULL)
    AND (supplement_enc IS NULL) = (supplement_state = 'none')),
  CONSTRAINT ratings_reply_whole CHECK ((reply IS NULL) = (reply_by IS NULL) AND (reply IS NULL) = (replied_at IS NULL)
    AND (reply IS NULL) = (reply_name IS NULL))
);
CREATE INDEX ratings_month ON ratings (rated_at);
CREATE INDEX ratings_place ON ratings (community_code, service, rated_at);
CREATE INDEX ratings_overturned ON ratings (overturned_at) WHERE overturned_at IS NOT NULL;
CREATE INDEX ratings_texts ON ratings (community_code, id) WHERE text_state = 'passed';
CREATE INDEX ratings_to_answer ON ratings (community_code, id) WHERE text_state = 'passed' AND reply IS NULL;
CREATE INDEX ratings_unchecked ON ratings (rated_at) WHERE text_state = 'unchecked' OR supplement_state = 'unchecked';
CREATE INDEX ratings_doubtful ON ratings (community_code) WHERE text_state = 'doubtful' OR supplement_state = 'doubtful';
CREATE INDEX ratings_words ON ratings (community_code, rated_at) WHERE text_enc IS NOT NULL OR supplement_enc IS NOT NULL;
CREATE INDEX ratings_rater ON ratings (rater_id);
COMMENT ON CONSTRAINT ratings_case_once ON ratings IS 'One rating per finished case (PRODUCT.md › Ratings).';
COMMENT ON CONSTRAINT ratings_one_door ON ratings IS
  'Every rating names the session or the slip by which a person gave it: there is no third way.';
COMMENT ON COLUMN ratings.id IS 'Not the case''s: what staff see of a text leads nowhere.';
COMMENT ON COLUMN ratings.text_enc IS 'Tag contact; people write names. Read by its writer alone.';
COMMENT ON COLUMN ratings.text_shown IS 'The same without names and numbers.';
COMMENT ON COLUMN ratings.checks IS 'How often a checker was asked in vain; after some it is left as doubtful.';

-- The person served, or who cares for the child that was: nobody else, whatever the service does.
CREATE FUNCTION ratings_by_person_served() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM cases c WHERE c.id = NEW.case_id AND c.type <> 'enrolment' AND c.subject_id = NEW.rater_id)
    AND NOT EXISTS (SELECT FROM enrolments e JOIN guardians g ON g.child_id = e.child_id
      WHERE e.case_id = NEW.case_id AND g.account_id = NEW.rater_id AND g.ended_at IS NULL)
  THEN
    RAISE EXCEPTION 'a rating is given by the person served' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'ratings_by_person_served';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ratings_by_person_served BEFORE INSERT ON ratings
  FOR EACH ROW EXECUTE FUNCTION ratings_by_person_served();

-- What was said stays said: only the words, their check, the reply and a review may still change.
CREATE FUNCTION ratings_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.case_id, NEW.rater_id, NEW.grade, NEW.reasons, NEW.reasons_version, NEW.rated_at, NEW.unprompted)
    IS DISTINCT FROM
    (OLD.id, OLD.case_id, OLD.rater_id, OLD.grade, OLD.reasons, OLD.reasons_version, OLD.rated_at, OLD.unprompted)
  THEN
    RAISE EXCEPTION 'a rating stands as it was given' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ratings_stand BEFORE UPDATE ON ratings FOR EACH ROW EXECUTE FUNCTION ratings_stand();
CREATE TRIGGER ratings_not_deleted BEFORE DELETE ON ratings FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What no checker could decide is looked at by a person, of a unit above the one that was rated.
CREATE TABLE rating_text_judgements (
  rating_id uuid NOT NULL REFERENCES ratings (id),
  part      text NOT NULL,
  verdict   text NOT NULL,
  reason    text,
  judged_by uuid NOT NULL REFERENCES accounts (id),
  judged_at timestamptz NOT NULL,
  CONSTRAINT rating_text_judgements_once PRIMARY KEY (rating_id, part),
  CONSTRAINT rating_text_judgements_part_known CHECK (part IN ('text', 'supplement')),
  CONSTRAINT rating_text_judgements_verdict_known CHECK (verdict IN ('pass', 'refuse')),
  CONSTRAINT rating_text_judgements_reason_known CHECK (reason IN ('insult', 'names', 'unrelated', 'unlawful')),
  CONSTRAINT rating_text_judgements_reason_whole CHECK ((verdict = 'refuse') = (reason IS NOT NULL))
);
COMMENT ON TABLE rating_text_judgements IS
  'Who looked at doubtful words, when, and what they decided. Append-only; it holds no word of what was judged.';
COMMENT ON CONSTRAINT rating_text_judgements_once ON rating_text_judgements IS 'Words are looked at once.';
COMMENT ON CONSTRAINT rating_text_judgements_reason_whole ON rating_text_judgements IS
  'A refusal says why, for its writer is told.';
CREATE TRIGGER rating_text_judgements_append_only BEFORE UPDATE OR DELETE ON rating_text_judgements
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- ── Follow-up of a bad grade ──────────────────────────────────────────────────────────────────────────────────────
CREATE SEQUENCE follow_up_numbers MAXVALUE 999999 CYCLE;

CREATE TABLE follow_ups (
  case_id         uuid PRIMARY KEY,
  state           text NOT NULL,
  rating_id       uuid NOT NULL REFERENCES ratings (id),
  community_code  text COLLATE "C" NOT NULL REFERENCES divisions (code),
  handled_by      text COLLATE "C" NOT NULL REFERENCES divisions (code),
  opened_at       timestamptz NOT NULL,
  rectify_due     timestamptz NOT NULL,
  stop_at         timestamptz NOT NULL,
  contacted_at    timestamptz,
  extended_at     timestamptz,
  rectified_at    timestamptz,
  told_at         timestamptz,
  verdict         text,
  verdict_at      timestamptz,
  appealed_at     timestamptz,
  reviewing       text,
  escalations     integer NOT NULL DEFAULT 0,
  escalated_due   timestamptz,
  named_at        timestamptz,
  ended_at        timestamptz,
  CONSTRAINT follow_ups_case_state FOREIGN KEY (case_id, state) REFERENCES cases (id, state) ON UPDATE CASCADE,
  CONSTRAINT follow_ups_rating_once UNIQUE (rating_id),
  CONSTRAINT follow_ups_handler_above CHECK (length(handled_by) < 12 AND community_code LIKE handled_by || '%'),
  CONSTRAINT follow_ups_in_order CHECK (opened_at < rectify_due AND rectify_due <= stop_at),
  CONSTRAINT follow_ups_verdict_known CHECK (verdict IN ('satisfied', 'dissatisfied')),
  CONSTRAINT follow_ups_verdict_whole CHECK ((verdict IS NULL) = (verdict_at IS NULL)),
  CONSTRAINT follow_ups_reviewing_known CHECK (reviewing IN ('appeal', 'verdict')),
  CONSTRAINT follow_ups_reviewed_what CHECK ((state = 'reviewing') <= (reviewing IS NOT NULL)),
  CONSTRAINT follow_ups_end_by_word CHECK (state <> 'closed' OR verdict IS NOT NULL),
  CONSTRAINT follow_ups_overturned_by_appeal CHECK (state <> 'overturned' OR appealed_at IS NOT NULL),
  CONSTRAINT follow_ups_ended CHECK ((state IN ('closed', 'overturned')) = (ended_at IS NOT NULL))
);
CREATE INDEX follow_ups_open ON follow_ups (community_code) WHERE ended_at IS NULL;
CREATE INDEX follow_ups_counted ON follow_ups (least(ended_at, stop_at));
CREATE INDEX follow_ups_closed ON follow_ups (ended_at) WHERE state = 'closed';
COMMENT ON CONSTRAINT follow_ups_end_by_word ON follow_ups IS
  'Ends with the rater''s word: never by itself, never by the unit that was rated (PRODUCT.md › Ratings).';
COMMENT ON COLUMN follow_ups.stop_at IS 'The hard stop: what was not put right by then counts as not put right.';

-- ── What is published ─────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE rating_closings (
  month     date PRIMARY KEY,
  closed_at timestamptz NOT NULL,
  CONSTRAINT rating_closings_first_day CHECK (extract(day FROM month) = 1)
);
COMMENT ON TABLE rating_closings IS 'Months in Shanghai whose figures have been counted, once.';

CREATE TABLE rating_months (
  community_code        text COLLATE "C" NOT NULL REFERENCES divisions (code),
  service               text NOT NULL,
  month                 date NOT NULL REFERENCES rating_closings (month),
  rated                 integer NOT NULL,
  good                  integer NOT NULL,
  unprompted            integer NOT NULL,
  lapsed                integer NOT NULL,
  followed              integer NOT NULL,
  answered              integer NOT NULL,
  rectified             integer NOT NULL,
  verdicts              integer NOT NULL,
  content               integer NOT NULL,
  ratings_released      date REFERENCES rating_closings (month),
  follow_ups_released   date REFERENCES rating_closings (month),
  verdicts_released     date REFERENCES rating_closings (month),
  PRIMARY KEY (community_code, service, month)
);
CREATE INDEX rating_months_kept ON rating_months (community_code, service)
  WHERE ratings_released IS NULL OR follow_ups_released IS NULL OR verdicts_released IS NULL;
COMMENT ON TABLE rating_months IS
  'What happened in a month, exactly. Not shown: it is released in blocks of at least five people, never split again.';

CREATE TABLE rating_published (
  division_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  service       text NOT NULL,
  month         date NOT NULL REFERENCES rating_closings (month),
  rated         integer NOT NULL,
  followed      integer NOT NULL,
  verdicts      integer NOT NULL,
  bad           integer NOT NULL,
  unprompted    integer NOT NULL,
  lapsed        integer NOT NULL,
  unanswered    integer NOT NULL,
  unrectified   integer NOT NULL,
  discontent    integer NOT NULL,
  PRIMARY KEY (division_code, service, month),
  CONSTRAINT rating_published_service_known CHECK (service IN ('booking', 'enrolment', 'all')),
  CONSTRAINT rating_published_in_fives CHECK (
    (bad % 5, unprompted % 5, lapsed % 5, unanswered % 5, unrectified % 5, discontent % 5) = (0, 0, 0, 0, 0, 0))
);
COMMENT ON CONSTRAINT rating_published_in_fives ON rating_published IS
  'Who may be few is published in fives: no sum or difference of published numbers is one to four people.';
CREATE INDEX rating_published_month ON rating_published (month, division_code);
COMMENT ON TABLE rating_published IS
  'The prepared summary of every division: sums of released blocks by the month of their release. Append-only.';
CREATE TRIGGER rating_published_append_only BEFORE UPDATE OR DELETE ON rating_published
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- ── Surveys ───────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE surveys (
  id            uuid PRIMARY KEY,
  division_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  title         text NOT NULL,
  about         text,
  questions     jsonb NOT NULL,
  starts_on     date NOT NULL,
  ends_on       date NOT NULL,
  state         text NOT NULL,
  created_by    uuid NOT NULL REFERENCES accounts (id),
  created_at    timestamptz NOT NULL,
  published_at  timestamptz,
  closed_at     timestamptz,
  counted_at    timestamptz,
  CONSTRAINT surveys_state_known CHECK (state IN ('draft', 'published', 'closed')),
  CONSTRAINT surveys_days_in_order CHECK (starts_on <= ends_on),
  CONSTRAINT surveys_questions_bounded CHECK (jsonb_array_length(questions) BETWEEN 1 AND 5),
  CONSTRAINT surveys_published_whole CHECK ((state = 'draft') = (published_at IS NULL)),
  CONSTRAINT surveys_closed_whole CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  CONSTRAINT surveys_counted_when_closed CHECK (counted_at IS NULL OR state = 'closed')
);
CREATE INDEX surveys_division ON surveys (division_code, starts_on DESC, id DESC);
CREATE INDEX surveys_running ON surveys (ends_on) WHERE state = 'published';

CREATE TABLE survey_participants (
  survey_id  uuid NOT NULL REFERENCES surveys (id),
  account_id uuid NOT NULL REFERENCES accounts (id),
  CONSTRAINT survey_participants_once PRIMARY KEY (survey_id, account_id)
);
COMMENT ON TABLE survey_participants IS 'Who has answered. What they answered lies elsewhere, and nothing joins the two.';

CREATE TABLE survey_answers (
  id             uuid PRIMARY KEY,
  survey_id      uuid NOT NULL REFERENCES surveys (id),
  community_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  answers        integer[] NOT NULL,
  sheet          integer,
  entered_by     uuid REFERENCES accounts (id),
  CONSTRAINT survey_answers_sheet_once UNIQUE (survey_id, community_code, sheet),
  CONSTRAINT survey_answers_paper_whole CHECK ((sheet IS NULL) = (entered_by IS NULL))
);
CREATE INDEX survey_answers_community ON survey_answers (survey_id, community_code);
COMMENT ON TABLE survey_answers IS 'No account and no time: an answer cannot be told from the others.';

CREATE TABLE survey_results (
  survey_id     uuid NOT NULL REFERENCES surveys (id),
  division_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  answered      integer NOT NULL,
  on_paper      integer NOT NULL,
  counts        jsonb NOT NULL,
  PRIMARY KEY (survey_id, division_code)
);
COMMENT ON TABLE survey_results IS 'Counted once when a survey is over: sums of blocks of at least five answers.';
CREATE TRIGGER survey_results_append_only BEFORE UPDATE OR DELETE ON survey_results
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- ── Notices ───────────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE notices DROP CONSTRAINT notices_kind_known,
  ADD CONSTRAINT notices_kind_known CHECK (kind IN ('booking_confirmed', 'booking_refused', 'booking_asked',
    'booking_cancelled_by_staff', 'booking_supplemented', 'booking_escalated', 'offer_made', 'offer_lapsed',
    'line_ended', 'line_moved', 'enrolment_confirmed', 'enrolment_cancelled_by_staff', 'draw_placed', 'draw_waiting',
    'programme_cancelled', 'child_released', 'child_absent', 'child_missing', 'child_health', 'child_incident',
    'child_late_15', 'child_late_30', 'child_late_60', 'barred_person_seen', 'release_refused', 'release_overridden',
    'rating_invited', 'rating_replied', 'rating_text_passed', 'rating_text_refused', 'follow_up_opened',
    'follow_up_contacted', 'follow_up_extended', 'follow_up_rectify', 'follow_up_rectified', 'follow_up_told',
    'follow_up_review', 'follow_up_reviewed', 'follow_up_overturned', 'follow_up_verdict', 'follow_up_escalated'));
