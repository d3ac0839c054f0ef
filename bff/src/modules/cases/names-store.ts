import * as z from 'zod/mini'
import type { Tx } from '../../platform/db'
import { rowOf } from '../../platform/rows'

const sealedName = z.strictObject({ id: z.string(), nameEnc: z.string() })

const namesRow = z.strictObject({
  /** Of everybody with an office over this place, now or before, and of whoever stands on the timeline. */
  badges: z.array(z.string()),
  /** Sealed names of accounts: of the same people, the subject, the actor and the child's guardians. */
  accounts: z.array(sealedName),
  keepers: z.array(sealedName),
  pickupPeople: z.array(sealedName),
  nickname: z.nullable(z.string()),
  childId: z.nullable(z.string()),
  profileEnc: z.nullable(z.string()),
})
export type NamesAround = z.output<typeof namesRow>

const nobody: NamesAround = {
  badges: [],
  accounts: [],
  keepers: [],
  pickupPeople: [],
  nickname: null,
  childId: null,
  profileEnc: null,
}

/**
 * Names that words about this case may hold, as they are stored: whoever works for the community, opens its doors, stands
 * on the timeline, or belongs to the child.
 */
export async function namesAround(tx: Tx, caseId: string): Promise<NamesAround> {
  const row = await rowOf(tx, namesRow)`
    WITH c AS (SELECT c.*, k.id AS child, k.nickname, k.profile_enc FROM cases c
        LEFT JOIN children k ON k.id = c.child_id
        WHERE c.id = ${caseId}::uuid),
      office AS (SELECT g.account_id, g.display_name FROM grants g JOIN c ON c.community_code LIKE g.division_code || '%'),
      line AS (SELECT v.actor_id, v.actor_name FROM case_events v JOIN c ON c.id = v.case_id),
      people AS (SELECT account_id AS id FROM office UNION SELECT actor_id FROM line UNION SELECT subject_id FROM c
        UNION SELECT actor_id FROM c
        UNION SELECT g.account_id FROM guardians g JOIN c ON c.child = g.child_id)
    SELECT ARRAY(SELECT display_name FROM office UNION SELECT actor_name FROM line WHERE actor_name IS NOT NULL) AS badges,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'nameEnc', a.name_enc))
        FROM accounts a WHERE a.id IN (SELECT id FROM people) AND a.name_enc IS NOT NULL), '[]') AS accounts,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'nameEnc', f.keeper_name_enc))
        FROM facilities f JOIN c ON f.community_code = c.community_code WHERE f.keeper_name_enc IS NOT NULL), '[]') AS keepers,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'nameEnc', p.name_enc))
        FROM pickup_people p JOIN c ON p.child_id = c.child WHERE p.name_enc IS NOT NULL), '[]') AS "pickupPeople",
      c.nickname, c.child AS "childId", c.profile_enc AS "profileEnc"
    FROM c`
  return row ?? nobody
}
