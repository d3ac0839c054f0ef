import { beforeAll, describe, expect, test } from 'vitest'
import { rolledBack, testDatabase, type Trial } from '../support/database'
import { accountTables, accountViolations } from './schema/account-violations'
import { careRows, careViolations } from './schema/care-violations'
import { fileRows, fileViolations } from './schema/file-violations'
import { consultationTables, consultationViolations } from './schema/consultation-violations'
import { followUpRows, followUpViolations } from './schema/follow-up-violations'
import { meetingRows, meetingViolations } from './schema/meeting-violations'
import { needTables, needViolations } from './schema/need-violations'
import { taskTables, taskViolations } from './schema/task-violations'
import { ratingRows, ratingViolations } from './schema/rating-violations'
import { teamTables, teamViolations } from './schema/team-violations'
import { volunteerTables, volunteerViolations } from './schema/volunteer-violations'
import { recordTables, recordViolations } from './schema/record-violations'
import { visitTables, visitViolations } from './schema/visit-violations'
import { buildingRows, carriers, rows, violations as floor } from './schema/violations'

const { pool } = await testDatabase()
const violations = {
  ...floor,
  ...careViolations,
  ...ratingViolations,
  ...followUpViolations,
  ...accountViolations,
  ...fileViolations,
  ...consultationViolations,
  ...meetingViolations,
  ...needViolations,
  ...taskViolations,
  ...volunteerViolations,
  ...teamViolations,
  ...visitViolations,
  ...recordViolations,
}

const tables = [
  rows,
  buildingRows,
  careRows,
  ratingRows,
  followUpRows,
  accountTables,
  fileRows,
  consultationTables,
  meetingRows,
  needTables,
  taskTables,
  volunteerTables,
  teamTables,
  visitTables,
  recordTables,
]

beforeAll(() => pool.query(tables.join('')))

const tried = (work: Trial): Promise<void> => rolledBack(pool, work)

const names = async (sql: string): Promise<string[]> => {
  const found = await pool.query<{ name: string }>(sql)
  return found.rows.map((row) => row.name)
}

describe('every constraint with a name of its own', () => {
  test('is known here, and nothing is known here that is gone', async () => {
    const present = await names(`
      SELECT conname AS name FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        AND contype IN ('c', 'u', 'x', 'f', 'p') AND conname NOT LIKE '%\\_fkey' AND conname NOT LIKE '%\\_pkey'
      UNION SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class c ON c.oid = indrelid
        WHERE indisunique AND NOT indisprimary AND relnamespace = 'public'::regnamespace`)
    const known = [...carriers, ...Object.keys(violations).filter((name) => !name.endsWith('_pkey'))]
    expect(present.sort()).toEqual(known.sort())
  })

  test.each(Object.entries(violations))('%s refuses what it must', async (name, sql) => {
    await tried(async (client) => {
      await expect(client.query(sql)).rejects.toMatchObject({ constraint: name })
    })
  })
})

describe('the promise of the product', () => {
  const second = (occupied: string, state = 'pending') => `
    INSERT INTO bookings SELECT '00000000-0000-4000-8000-00000000000d', '${state}', room_id,
      lower(p), upper(p), p, 'x', 1, NULL, '2026-11-23'
    FROM bookings, (SELECT '${occupied}'::tstzrange AS p) AS period LIMIT 1`

  test.each([
    ['the same', '[2026-11-25 06:00Z,2026-11-25 08:30Z)'],
    ['inside', '[2026-11-25 07:00Z,2026-11-25 07:30Z)'],
    ['across', '[2026-11-25 05:00Z,2026-11-25 09:00Z)'],
    ['in the cleaning', '[2026-11-25 08:00Z,2026-11-25 09:00Z)'],
    ['by a microsecond', '[2026-11-25 08:29:59.999999Z,2026-11-25 09:00Z)'],
  ])('a live booking %s is refused', async (_, period) => {
    await tried((client) =>
      expect(client.query(second(period))).rejects.toMatchObject({
        code: '23P01',
        constraint: 'bookings_no_overlap',
      }),
    )
  })

  test('one that touches is not, and neither is one beside a dead one', async () => {
    await tried((client) => client.query(second('[2026-11-25 08:30Z,2026-11-25 09:00Z)')))
    for (const dead of ['refused', 'cancelled', 'completed'])
      await tried(async (client) => {
        await client.query(`UPDATE cases SET state = '${dead}' WHERE number = 'CD-1'`)
        await client.query(second('[2026-11-25 06:00Z,2026-11-25 08:00Z)'))
      })
  })

  test.each(['held', 'pending', 'confirmed'])('a %s one keeps its slot', async (state) => {
    await tried(async (client) => {
      await client.query(`UPDATE cases SET state = '${state}' WHERE number = 'CD-1'`)
      await expect(client.query(second('[2026-11-25 06:00Z,2026-11-25 08:00Z)'))).rejects.toMatchObject({
        constraint: 'bookings_no_overlap',
      })
    })
  })
})

test('a booking follows the state of its case', async () => {
  await tried(async (client) => {
    await client.query(`UPDATE cases SET state = 'confirmed' WHERE number = 'CD-1'`)
    const { rows: found } = await client.query('SELECT state FROM bookings')
    expect(found).toEqual([{ state: 'confirmed' }])
  })
})

test('a new version of a room waits for a booking that was checked against the old one; a new name does not', async () => {
  await tried(async (booking) => {
    await booking.query('SELECT FROM rooms FOR KEY SHARE')
    for (const [change, fate] of [
      [`name = 'y'`, undefined],
      ['version = version + 1', '55P03'],
    ])
      await tried(async (client) => {
        await client.query(`SET LOCAL lock_timeout = '100ms'`)
        const code = await client.query(`UPDATE rooms SET ${change}`).then(
          () => undefined,
          (error: { code: string }) => error.code,
        )
        expect([change, code]).toEqual([change, fate])
      })
  })
})
