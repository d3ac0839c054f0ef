-- Figures and surveys: nobody is found in them, not by a clerk and not by a frequent visitor.

-- ── Surveys ───────────────────────────────────────────────────────────────────────────────────────────────────────
-- What is said while a survey runs is of this morning; an early end counts from the next one.
ALTER TABLE surveys
  ADD COLUMN ended_on date,
  ADD COLUMN ended_by uuid REFERENCES accounts (id),
  ADD COLUMN reach_on date,
  ADD CONSTRAINT surveys_ended_early CHECK ((ended_on IS NULL) = (ended_by IS NULL) AND (ended_on IS NULL OR
    (state <> 'draft' AND ended_on < ends_on)));
COMMENT ON COLUMN surveys.ended_on IS 'Its last day after all, decided by a level above: it is counted the next morning.';
COMMENT ON COLUMN surveys.reach_on IS 'Of which morning survey_reach is; the day of publication before the first one.';
COMMENT ON CONSTRAINT surveys_ended_early ON surveys IS 'Only what was published ends early, by somebody, before its last day.';

CREATE TABLE survey_reach (
  survey_id      uuid NOT NULL REFERENCES surveys (id),
  community_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  by_phone       integer NOT NULL,
  on_paper       integer NOT NULL,
  PRIMARY KEY (survey_id, community_code),
  CONSTRAINT survey_reach_counts CHECK (by_phone >= 0 AND on_paper >= 0)
);
COMMENT ON TABLE survey_reach IS
  'How many had answered by this morning. Staff see only this while a survey runs: no answer can be watched as it comes.';
COMMENT ON CONSTRAINT survey_reach_counts ON survey_reach IS 'Counts of people and sheets.';

INSERT INTO survey_reach (survey_id, community_code, by_phone, on_paper)
SELECT a.survey_id, a.community_code, count(*) - count(a.sheet), count(a.sheet)
FROM survey_answers a GROUP BY 1, 2;
UPDATE surveys SET reach_on = (coalesce(closed_at, now()) AT TIME ZONE 'Asia/Shanghai')::date WHERE state <> 'draft';

-- Sheets of paper are printed here, so that each has a number that is known and the level above sees how many there are.
CREATE TABLE survey_forms (
  id             uuid PRIMARY KEY,
  survey_id      uuid NOT NULL REFERENCES surveys (id),
  community_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  first_sheet    integer NOT NULL,
  last_sheet     integer NOT NULL,
  printed_by     uuid NOT NULL REFERENCES accounts (id),
  printed_at     timestamptz NOT NULL,
  CONSTRAINT survey_forms_in_order CHECK (first_sheet >= 1 AND first_sheet <= last_sheet AND last_sheet <= 99999),
  CONSTRAINT survey_forms_no_overlap EXCLUDE USING gist (survey_id WITH =, community_code WITH =,
    int4range(first_sheet, last_sheet, '[]') WITH &&)
);
CREATE INDEX survey_forms_place ON survey_forms (survey_id, community_code, printed_at DESC, id DESC);
COMMENT ON TABLE survey_forms IS 'Runs of numbered forms: which numbers were printed for a community, by whom and when.';
COMMENT ON CONSTRAINT survey_forms_in_order ON survey_forms IS 'Numbers from 1, at most five digits.';
COMMENT ON CONSTRAINT survey_forms_no_overlap ON survey_forms IS 'A number is printed once in a community.';

-- What was handed out before there were runs: the old page printed up to 200 at once, from 1.
INSERT INTO survey_forms (id, survey_id, community_code, first_sheet, last_sheet, printed_by, printed_at)
-- Of a survey that still takes answers every community may have paper out that is not keyed in.
SELECT gen_random_uuid(), s.id, d.code, 1, greatest(max(a.sheet), 200), s.created_by, s.published_at
FROM surveys s JOIN divisions d ON d.code LIKE s.division_code || '%' AND d.level = 'community'
  LEFT JOIN survey_answers a ON a.survey_id = s.id AND a.community_code = d.code AND a.sheet IS NOT NULL
WHERE s.published_at IS NOT NULL
GROUP BY s.id, d.code
HAVING s.state = 'published' OR count(a.sheet) > 0;

ALTER TABLE survey_answers
  ADD COLUMN corrections integer NOT NULL DEFAULT 0,
  ADD CONSTRAINT survey_answers_paper_corrected CHECK (corrections = 0 OR (sheet IS NOT NULL AND corrections > 0));
COMMENT ON CONSTRAINT survey_answers_paper_corrected ON survey_answers IS
  'Only a sheet of paper can have been keyed in wrongly; what somebody answered themselves stands.';

CREATE FUNCTION survey_answers_printed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.sheet IS NOT NULL AND NOT EXISTS (SELECT FROM survey_forms f WHERE f.survey_id = NEW.survey_id
    AND f.community_code = NEW.community_code AND NEW.sheet BETWEEN f.first_sheet AND f.last_sheet)
  THEN
    RAISE EXCEPTION 'a sheet has a number that was printed' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'survey_answers_printed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER survey_answers_printed BEFORE INSERT ON survey_answers
  FOR EACH ROW EXECUTE FUNCTION survey_answers_printed();

-- Paper is counted apart: whoever keyed it in knows it, and would take it off.
ALTER TABLE survey_results
  ADD COLUMN paper_counts jsonb;
COMMENT ON COLUMN survey_results.paper_counts IS
  'Of the sheets of paper; answered and counts are then of telephones alone. Null of what was counted while both were one.';

-- ── Figures ───────────────────────────────────────────────────────────────────────────────────────────────────────
-- How many rated, were followed up and gave a verdict is published in fives, too, and no number passes the one around it.
-- What was published before to the number stays; from it on only what has reached the next five is added.
CREATE FUNCTION rating_published_bounded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (SELECT DISTINCT division_code, service FROM fresh) AS f
    JOIN LATERAL (SELECT sum(p.rated) AS rated, sum(p.followed) AS followed, sum(p.verdicts) AS verdicts,
        sum(p.bad) AS bad, sum(p.unprompted) AS unprompted, sum(p.unanswered) AS unanswered,
        sum(p.unrectified) AS unrectified, sum(p.discontent) AS discontent
      FROM rating_published p WHERE (p.division_code, p.service) = (f.division_code, f.service)) AS total ON true
    JOIN LATERAL (SELECT sum(n.rated) AS rated, sum(n.followed) AS followed, sum(n.verdicts) AS verdicts
      FROM fresh n WHERE (n.division_code, n.service) = (f.division_code, f.service)) AS added ON true
    WHERE total.bad > total.rated OR total.unprompted > total.rated OR total.unanswered > total.followed
      OR total.unrectified > total.followed OR total.discontent > total.verdicts
      OR (added.rated <> 0 AND total.rated % 5 <> 0)
      OR (added.followed <> 0 AND (total.followed % 5 <> 0 OR total.followed > total.bad))
      OR (added.verdicts <> 0 AND (total.verdicts % 5 <> 0 OR total.verdicts > total.followed)))
  THEN
    RAISE EXCEPTION 'published numbers are fives within each other' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'rating_published_bounded';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER rating_published_bounded AFTER INSERT ON rating_published REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION rating_published_bounded();
COMMENT ON FUNCTION rating_published_bounded() IS
  'Since the beginning: verdicts <= followed <= bad <= rated, each side within its whole, and every sum that grows a five.';
ALTER TABLE rating_published
  ADD CONSTRAINT rating_published_grows CHECK (rated >= 0 AND followed >= 0 AND verdicts >= 0 AND bad >= 0
    AND unprompted >= 0 AND lapsed >= 0 AND unanswered >= 0 AND unrectified >= 0 AND discontent >= 0) NOT VALID;
COMMENT ON CONSTRAINT rating_published_grows ON rating_published IS
  'What was published is not taken back: a correction waits until it hides among others. (Older months may hold one.)';

-- ── Follow-ups ────────────────────────────────────────────────────────────────────────────────────────────────────
-- Their numbers are drawn by lot: a sequence, stirred or not, tells an order. Numbers that were given stay.
DROP SEQUENCE follow_up_numbers;

-- Who could have given a rating's reasons: the rights of a place that were open then.
CREATE INDEX rating_rights_place ON rating_rights (community_code, service, finished_at);
