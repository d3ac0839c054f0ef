/** Whose a need is. */
import type { Read } from '../../platform/read'
import { idRow } from '../../platform/rows'

/** Which of these needs somebody asked for: nobody has hours of helping themselves, or those for whom they asked. */
export const ownNeeds = (read: Read, ids: readonly string[], accountId: string): Promise<{ id: string }[]> =>
  read(
    idRow,
    'own-needs',
    `SELECT id FROM cases WHERE id = ANY ($1::uuid[])
       AND (subject_id = $2::uuid OR (actor_id = $2::uuid AND actor_role = 'proxy'))`,
    [[...ids], accountId],
  )
