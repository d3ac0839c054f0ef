/** Whatever refers to an account is told to its person or says why not, and has its fate for the day they leave. */
import { expect, test } from 'vitest'
import { leavePlan } from '../../../bff/src/modules/leaving/leave-plan'
import { partNames } from '../../../bff/src/modules/leaving/export-parts'
import { partSealed } from '../../../bff/src/modules/leaving/export-store'
import { sealedColumns } from '../../../bff/src/platform/sealed-columns'
import { testDatabase } from '../../support/database'

const { pool } = await testDatabase()

const references = async (): Promise<string[]> => {
  const { rows } = await pool.query<{ place: string }>(`
    SELECT c.conrelid::regclass || '.' || a.attname AS place FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = 'accounts'::regclass`)
  return rows.map((row) => row.place).sort()
}

test('every column that refers to accounts has its rule, and no rule is left of one that is gone', async () => {
  expect(await references()).toEqual(Object.keys(leavePlan).sort())
  // A table that names an account without saying so would escape the rules.
  const { rows } = await pool.query<{ place: string }>(`
    SELECT table_name || '.' || column_name AS place FROM information_schema.columns
    JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND column_name IN ('account_id', 'subject_id', 'actor_id', 'rater_id', 'reader_id')`)
  expect(rows.map((row) => row.place).filter((place) => !(place in leavePlan))).toEqual([])
})

test('every part of the export is asked for by a rule, or by a matter of the person', () => {
  const exported = Object.values(leavePlan).flatMap((rule) =>
    'part' in rule.exported ? [rule.exported.part] : [],
  )
  const ofMatters = ['lines', 'moves', 'calls', 'appointments', 'referrals']
  expect([...new Set([...exported, ...ofMatters])].sort()).toEqual([...partNames].sort())
})

test('what is sealed of an account, of what only its person wrote, or of a visit to them, is opened in the export', () => {
  const ofPerson = ['accounts', 'login_identities', 'number_changes', 'ratings', 'feedback', 'visit_notes']
  const sealed = Object.keys(sealedColumns).filter((column) => ofPerson.includes(column.split('.')[0] ?? ''))
  expect(
    Object.values(partSealed)
      .flatMap((fields) => Object.values(fields))
      .sort(),
  ).toEqual(sealed.sort())
})
