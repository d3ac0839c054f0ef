-- A bad grade of what two people alone read is followed up without telling anybody whose it is.
ALTER TABLE follow_ups ADD COLUMN confidential boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN follow_ups.confidential IS
  'What was rated is read by its person and by whoever works on it alone: the unit never learns who rated, and who handles it learns it only if the rater agrees.';
UPDATE follow_ups u SET confidential = true
FROM ratings x JOIN cases r ON r.id = x.case_id
WHERE x.id = u.rating_id AND r.type = 'consultation';
ALTER TABLE follow_ups ALTER COLUMN confidential DROP DEFAULT;
