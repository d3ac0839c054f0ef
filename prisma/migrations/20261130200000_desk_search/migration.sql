-- One field of staff finds a case by the end of its number, in their own division, however many cases there are.
CREATE INDEX cases_number_end ON cases ("right"(number, 4), community_code);
COMMENT ON INDEX cases_number_end IS 'The end of a number within a division, as staff hear it on the telephone.';
