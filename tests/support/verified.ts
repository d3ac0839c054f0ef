/** A registration that staff have verified, written as a row, for tests of what a volunteer then does. */
import { volunteerRulesVersion } from '../../bff/contracts/src/volunteer-rules'
import type { TestApp } from './app'
import { here } from './world'

/** Those who are verified already stay so. */
export async function verifyAsVolunteer(app: TestApp, ...accountIds: string[]): Promise<void> {
  await app.database.pool.query(
    `WITH person AS (SELECT id, gen_random_uuid() AS case_id FROM unnest($1::uuid[]) AS p (id)
         WHERE NOT EXISTS (SELECT FROM volunteers WHERE party_id = p.id AND state = 'verified')),
       made AS (INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
           created_at, title)
         SELECT case_id, case_number('ZY', now()), 'volunteer', $2, id, id, 'self', 'verified', 'nobody', now(), '志愿者登记'
         FROM person RETURNING id)
     INSERT INTO volunteers (case_id, state, account_id, skills, times, reach, rules_version)
     SELECT case_id, 'verified', id, '{company}', '{wed_afternoon}', 'township', $3 FROM person`,
    [accountIds, here, volunteerRulesVersion],
  )
}
