import { expect, test } from 'vitest'
import { testDatabase } from '../../support/database'

const { pool } = await testDatabase('seeded')

test('the seed has a running survey and one that is counted, in which every account answered once', async () => {
  const { rows } = await pool.query<{ state: string; questions: number; apart: number; divisions: number }>(
    `SELECT s.state, jsonb_array_length(s.questions) AS questions,
       (SELECT count(*)::int FROM survey_participants p WHERE p.survey_id = s.id)
         - (SELECT count(*)::int FROM survey_answers a WHERE a.survey_id = s.id AND a.sheet IS NULL) AS apart,
       (SELECT count(*)::int FROM survey_results r WHERE r.survey_id = s.id AND r.answered > 0) AS divisions
     FROM surveys s ORDER BY s.state`,
  )
  expect(rows).toMatchObject([
    { state: 'closed', questions: 4, apart: 0 },
    { state: 'published', questions: 4, apart: 0, divisions: 0 },
  ])
  // The prefecture, two counties, two townships and communities of theirs.
  expect(rows[0]?.divisions).toBeGreaterThan(10)
})

test('its results are those of at least five people, and of the whole prefecture all of them', async () => {
  const { rows } = await pool.query<{ few: number; whole: boolean }>(
    `SELECT (SELECT count(*)::int FROM survey_results WHERE answered BETWEEN 1 AND 4 OR on_paper BETWEEN 1 AND 4) AS few,
       (SELECT answered + on_paper FROM survey_results WHERE division_code = '5323') =
         (SELECT count(*)::int FROM survey_answers a JOIN surveys s ON s.id = a.survey_id WHERE s.state = 'closed') AS whole`,
  )
  expect(rows).toEqual([{ few: 0, whole: true }])
})
