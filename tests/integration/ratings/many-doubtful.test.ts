/** A prefecture in which thousands of words wait for a look. */
import { beforeAll, expect, test } from 'vitest'
import type * as z from 'zod/mini'
import { countDoubtful, doubtfulTexts } from '../../../bff/src/modules/ratings/judgement-store'
import type { RowSchema } from '../../../bff/src/platform/rows'
import { testApp } from '../../support/app'
import { listDoubtful } from '../../support/doubtful'
import { type FollowUpCast, makeFollowUpCast } from '../../support/follow-ups'
import { ok } from '../../support/story'
import { here, makeDivisions } from '../../support/world'

const app = await testApp()
let cast: FollowUpCast

/** Bare cases with checked words, one in twelve of them doubtful. */
beforeAll(async () => {
  await makeDivisions(app)
  cast = await makeFollowUpCast(app)
  const client = await app.database.pool.connect()
  await client.query('BEGIN; SET LOCAL session_replication_role = replica')
  await client.query(
    `WITH ids AS (SELECT gen_random_uuid() AS id, n FROM generate_series(1, 6000) AS n), spine AS (
       INSERT INTO cases (id, number, type, community_code, subject_id, actor_id, actor_role, state, waiting_for,
         created_at, closed_at)
       SELECT id, 'X-' || n, 'booking', $1, $2, $2, 'self', 'completed', 'nobody', $3, $3 FROM ids)
     INSERT INTO ratings (id, case_id, service, community_code, rater_id, session_id, grade, reasons_version, reasons,
       unprompted, named, rated_at, text_enc, text_shown, text_state, text_for_all)
     SELECT gen_random_uuid(), id, 'booking', $1, $2, id, 'fair', '2026-11', '{}', true, false,
       $3::timestamptz - make_interval(mins => n), 'sealed', '说话像吵架',
       CASE WHEN n % 12 = 0 THEN 'doubtful' ELSE 'passed' END, true FROM ids`,
    [here, cast.rater.accountId, app.clock.now()],
  )
  await client.query('COMMIT')
  client.release()
  await app.database.pool.query('ANALYZE')
})

test('the list comes by the page, and its number is counted no further than a hundred', async () => {
  const list = await ok(listDoubtful(app, cast.prefecture, here.slice(0, 4)))
  expect(list.texts).toHaveLength(20)
  expect(list.waiting).toBe(100)
})

test('both are looked for among what is doubtful alone', async () => {
  const plans: string[] = []
  const explained: typeof app.deps.db = {
    ...app.deps.db,
    statement: async <Schema extends RowSchema>(
      _schema: Schema,
      _name: string,
      sql: string,
      values: readonly unknown[],
    ): Promise<z.output<Schema>[]> => {
      const { rows } = await app.database.pool.query(`EXPLAIN ${sql}`, [...values])
      plans.push(JSON.stringify(rows))
      return []
    },
  }
  const reach = { readerId: cast.prefecture.accountId, division: here.slice(0, 4), units: [] }
  await doubtfulTexts(explained, reach, undefined, 21)
  await countDoubtful(explained, reach, 100)
  for (const plan of plans) expect(plan).toMatch(/(using|on) ratings_doubtful/)
  expect(plans).toHaveLength(2)
})
