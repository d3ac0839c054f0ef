/** What becomes of the keys of somebody's cases when they leave: nothing that they sealed opens any more. */
export const onLeave = {
  case_keys: `DELETE FROM case_keys WHERE case_id IN (SELECT c.id FROM cases c WHERE c.subject_id = ANY ($1::uuid[])
    AND c.child_id IS NULL)`,
}
