-- Pictures of a line are read in the order in which they were chosen: pages of a contract, photographed one by one.
ALTER TABLE consultation_line_files ADD COLUMN position smallint;
-- Of earlier ones the order in which they came in is known.
UPDATE consultation_line_files l SET position = o.n
FROM (SELECT f.line_id, f.file_id, row_number() OVER (PARTITION BY f.line_id ORDER BY k.created_at, f.file_id) AS n
  FROM consultation_line_files f LEFT JOIN files k ON k.id = f.file_id) o
WHERE o.line_id = l.line_id AND o.file_id = l.file_id;
ALTER TABLE consultation_line_files ALTER COLUMN position SET NOT NULL,
  ADD CONSTRAINT consultation_line_files_in_order UNIQUE (line_id, position);
COMMENT ON COLUMN consultation_line_files.position IS 'From 1, as they were chosen.';
COMMENT ON CONSTRAINT consultation_line_files_in_order ON consultation_line_files IS 'No two pictures of a line have one place.';
