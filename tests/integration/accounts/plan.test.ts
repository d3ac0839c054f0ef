/** Whatever refers to an account has a rule for the day on which it becomes part of another one. */
import { expect, test } from 'vitest'
import { Prisma } from '../../../bff/src/generated/client'
import { joinStatements } from '../../../bff/src/account-rows'
import { joinPlan } from '../../../bff/src/modules/identity/join-plan'
import { joinOrder } from '../../../bff/src/modules/identity/join-store'
import { testDatabase } from '../../support/database'

const { pool } = await testDatabase()

test('every column that refers to accounts has its rule, and no rule is left of one that is gone', async () => {
  const { rows } = await pool.query<{ place: string }>(`
    SELECT c.conrelid::regclass || '.' || a.attname AS place FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = 'accounts'::regclass`)
  expect(rows.map((row) => row.place).sort()).toEqual(Object.keys(joinPlan).sort())
})

test('what moves can be changed, and what stays is only added to or read by all ids', async () => {
  const { rows } = await pool.query<{ name: string }>(`
    SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname LIKE '%append_only%'`)
  const added = rows.map((row) => row.name)
  const moving = Object.entries(joinPlan).filter(([, rule]) => rule === 'moves')
  expect(moving.filter(([place]) => added.includes(place.split('.')[0] ?? ''))).toEqual([])
})

test("every statement of a join is some module's own, and none is forgotten", () => {
  const value = Prisma.sql`NULL`
  expect(Object.keys(joinStatements({ from: value, into: value, at: value })).sort()).toEqual(
    [...joinOrder].sort(),
  )
})
