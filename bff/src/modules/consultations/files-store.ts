/** Who may look at a picture of a thread: the two, and an adviser only at what came with it or since. */
import * as z from 'zod/mini'
import type { Files } from '../cases/kind'
import { legalRoles } from './policy'

const mayRow = z.strictObject({ subjectId: z.string(), readerName: z.string() })

export const mayRead: Files['mayRead'] = async (read, { caseId, fileId, readerId }) => {
  const [row] = await read(
    mayRow,
    'may-read-consultation-file',
    `SELECT c.subject_id AS "subjectId", CASE WHEN c.subject_id = $3::uuid THEN '' ELSE o.handler_name END AS "readerName"
     FROM consultations o JOIN cases c ON c.id = o.case_id JOIN consultation_lines l ON l.case_id = o.case_id
       JOIN consultation_line_files f ON f.line_id = l.id
     WHERE o.case_id = $1::uuid AND f.file_id = $2::uuid AND (c.subject_id = $3 OR o.handler_id = $3 AND c.state <> 'cancelled'
       AND (l.n > o.handed_lines OR 'files' = ANY (o.parts))
       AND EXISTS (SELECT FROM grants g WHERE g.account_id = $3 AND g.division_code = o.office_code
         AND g.role = ANY ($4::text[]) AND g.revoked_at IS NULL))
     LIMIT 1`,
    [caseId, fileId, readerId, [...legalRoles]],
  )
  return row
}
