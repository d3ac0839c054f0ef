import { expect, it } from 'vitest'
import { migrate } from '../../prisma/migrate'
import { testDatabase } from '../support/database'
import { testRedis } from '../support/redis'
import { together, values } from '../support/together'

const { url, pool } = await testDatabase()
const { client } = await testRedis()

it('has nothing left to apply on a migrated database, also when several callers ask at once', async () => {
  expect(values(await together(4, () => migrate(url)))).toEqual([[], [], [], []])
})

it('leaves a history in the shape of Prisma’s own runner, and the job queue ready', async () => {
  const { rows } = await pool.query(
    `SELECT count(*)::int AS n, bool_and(finished_at IS NOT NULL AND length(checksum) = 64) AS whole
     FROM _prisma_migrations`,
  )
  expect(rows[0].n).toBeGreaterThan(0)
  expect(rows[0].whole).toBe(true)
  await pool.query(`SELECT graphile_worker.add_job('nothing', '{}')`)
})

it('refuses to go on when an applied migration was edited', async () => {
  await pool.query(`UPDATE _prisma_migrations SET checksum = repeat('0', 64)`)
  await expect(migrate(url)).rejects.toThrow(/was changed after it had been applied/)
})

it('has an empty Redis database', async () => {
  expect(await client.dbsize()).toBe(0)
})
