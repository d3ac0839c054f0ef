/** What the schema refuses of files, against one that waits and one page of it. */
const file = '00000000-0000-4000-8000-0000000000d1'
const account = '00000000-0000-4000-8000-00000000000a'

export const fileRows = `
INSERT INTO files (id, account_id, purpose, kind, state, key_enc, created_at)
  VALUES ('${file}', '${account}', 'booking', 'picture', 'ready', 'v2.x', now());
INSERT INTO file_pages VALUES ('${file}', 1, gen_random_uuid(), 1, 1, 1);
INSERT INTO file_quotas VALUES ('${account}', '2026-11-25', 1);`

export const fileViolations: Record<string, string> = {
  file_pages_object_once: `INSERT INTO file_pages SELECT file_id, 2, object_id, 1, 1, 1 FROM file_pages`,
  file_pages_pkey: `INSERT INTO file_pages SELECT file_id, n, gen_random_uuid(), 1, 1, 1 FROM file_pages`,
  file_pages_positive: 'UPDATE file_pages SET bytes = 0',
  file_quotas_pkey: 'INSERT INTO file_quotas SELECT * FROM file_quotas',
  file_quotas_positive: 'UPDATE file_quotas SET taken = 0',
  files_attached_whole: `UPDATE files SET state = 'attached'`,
  files_kind_known: 'UPDATE files SET kind = NULL',
  files_purpose_named: `UPDATE files SET purpose = 'Not a name'`,
  files_state_known: `UPDATE files SET state = 'lost'`,
}
