-- What a guardian was called and could be reached by: an account renames itself, and a bar must go on knowing it.

CREATE TABLE guardian_names (
  id          uuid PRIMARY KEY,
  guardian_id uuid NOT NULL REFERENCES guardians (id),
  name_enc    text,
  name_hash   bytea,
  phone_enc   text,
  phone_hash  bytea,
  papers_at   timestamptz,
  left_at     timestamptz,
  CONSTRAINT guardian_names_whole CHECK ((name_enc IS NULL) = (name_hash IS NULL)
    AND (phone_enc IS NULL) = (phone_hash IS NULL) AND num_nonnulls(name_enc, phone_enc) > 0
    AND num_nonnulls(papers_at, left_at) > 0)
);
CREATE INDEX guardian_names_guardian ON guardian_names (guardian_id);
CREATE INDEX guardians_account_ever ON guardians (account_id);
COMMENT ON TABLE guardian_names IS
  'Names and numbers that a guardian had: when staff saw the papers, and whenever the account took others. Goes with the child or the account.';
COMMENT ON COLUMN guardian_names.name_enc IS 'Tag contact: the name of the account at that moment.';
COMMENT ON COLUMN guardian_names.phone_enc IS 'Tag contact: the number of the account at that moment.';
COMMENT ON COLUMN guardian_names.papers_at IS 'When staff compared this name with papers.';
COMMENT ON COLUMN guardian_names.left_at IS 'When the account was last called something else, or got another number.';
COMMENT ON CONSTRAINT guardian_names_whole ON guardian_names IS 'Something is known, with its hash, and since when.';

-- Besides what the account is called now, which is sealed and opened by whoever compares.
CREATE FUNCTION known_as(account uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('nameHash', encode(k.name_hash, 'hex'), 'phoneHash', encode(k.phone_hash, 'hex'),
      'papersAt', k.papers_at) ORDER BY coalesce(k.papers_at, k.left_at)), '[]')
  FROM (SELECT n.name_hash, n.phone_hash, n.papers_at, n.left_at
      FROM guardian_names n JOIN guardians g ON g.id = n.guardian_id WHERE g.account_id = account
    UNION ALL SELECT NULL, p.hash, NULL, NULL
      FROM accounts a, unnest(ARRAY[a.phone_hash, a.former_phone_hash]) AS p (hash)
      WHERE a.id = ANY (account_ids(account)) AND p.hash IS NOT NULL) k
$$;
COMMENT ON FUNCTION known_as IS
  'Hashes of what an account was called as a guardian, and of every number that is or was its own: compared with bars.';
