/** A number silent for long opens an account without a name only where nothing of anybody stands in it. */
import { beforeAll, expect, test } from 'vitest'
import { empty, holdings } from '../../../bff/src/modules/identity/holdings-store'
import { sealedColumns } from '../../../bff/src/platform/sealed-columns'
import { codeTo, enter, withPhone } from '../../support/accounts'
import { monday, testApp } from '../../support/app'
import { behindTheBack } from '../../support/behind'
import { ok } from '../../support/story'
import { here } from '../../support/world'
import { accountTables } from '../schema/account-violations'
import { careRows } from '../schema/care-violations'
import { fileRows } from '../schema/file-violations'
import { ratingRows } from '../schema/rating-violations'
import { visitTables } from '../schema/visit-violations'
import { buildingRows, rows as firstRows } from '../schema/violations'

const app = await testApp()
const { pool } = app.database
const silence = 200 * 24 * 60
const held = Object.keys(holdings).filter((column) => holdings[column] === 'held')

beforeAll(async () => {
  app.clock.set(monday)
  await pool.query(
    `${firstRows}${buildingRows}${careRows}${ratingRows}${accountTables}${fileRows}${visitTables}`,
  )
})

test('every column that refers to accounts has its rule, and no rule is left of one that is gone', async () => {
  const { rows } = await pool.query<{ place: string }>(`
    SELECT c.conrelid::regclass || '.' || a.attname AS place FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = 'accounts'::regclass`)
  expect(rows.map((row) => row.place).sort()).toEqual(Object.keys(holdings).sort())
  const instead = Object.values(holdings).flatMap((rule) =>
    typeof rule === 'object' && 'with' in rule ? rule.with : [],
  )
  expect(instead.filter((column) => !held.includes(column))).toEqual([])
  const why = Object.values(holdings).flatMap((rule) =>
    typeof rule === 'object' && 'empty' in rule ? [rule.empty] : [],
  )
  expect([...new Set(why)].sort()).toEqual(Object.keys(empty).sort())
  // Of the account itself: a name is asked for, the number is the one that opens it, a former one is looked at.
  const own = Object.keys(sealedColumns).filter((column) => column.startsWith('accounts.'))
  expect(own.sort()).toEqual(
    ['former_phone_enc', 'name_enc', 'phone_enc'].map((column) => `accounts.${column}`),
  )
})

test('an account that holds nothing opens by its code, whatever signing in left in it', async () => {
  const person = await withPhone(app)
  await ok(enter(app, person.phone))
  app.clock.advance(silence)
  expect((await ok(enter(app, person.phone))).me.id).toBe(person.accountId)
})

test.each([...held, 'accounts.former_phone_enc'])('one that %s names does not', async (column) => {
  const [person, sealed] = [await withPhone(app), column.endsWith('_enc')]
  const [table = '', field = ''] = column.split('.')
  await behindTheBack(
    pool,
    sealed
      ? `UPDATE accounts SET former_phone_enc = 'v2.x', former_phone_hash = '\\x07' WHERE id = $1`
      : `UPDATE ${table} SET ${table === 'cases' ? "actor_role = 'staff', " : ''}${field} = $1 WHERE ctid = (SELECT ctid FROM ${table} LIMIT 1)`,
    [person.accountId],
  )
  app.clock.advance(silence)
  expect((await enter(app, person.phone)).problem.code).toBe('anew_needed')
})

test('words that somebody wrote are not read by whoever has the number later', async () => {
  const person = await withPhone(app)
  const body = { community: here, about: 'service', text: '我家住在鹿城南路，孩子有癫痫，请帮忙' }
  await ok(app.call('writeFeedback', { token: person.token, body }))
  app.clock.advance(silence)
  const code = await codeTo(app, person.phone)
  expect((await enter(app, person.phone, {}, code)).problem.code).toBe('anew_needed')
  const begun = await ok(enter(app, person.phone, { anew: true }, code))
  const read = await ok(app.call<{ feedback: unknown[] }>('listOwnFeedback', { token: begun.accessToken }))
  expect(JSON.stringify(read)).not.toContain('癫痫')
})
