/** `npm run check` finds who writes which table, however the statement is written. */
import { describe, expect, test } from 'vitest'
import { anyTable, writesOf } from '../../../bff/local/sql-writes'
import { faultsOf, moduleOf, picture, type Write } from '../../../bff/local/table-writers'

const models = new Map([
  ['grant', 'grants'],
  ['lineEntry', 'line_entries'],
  ['room', 'rooms'],
])
const writes = (source: string): string[] => writesOf(source, models)

describe('a write is found', () => {
  test.each([
    ['an insert', 'tx.$executeRaw`INSERT INTO notices (id) VALUES (${id})`', ['notices']],
    ['an update with another name', '`UPDATE guardians AS g SET ended_at = ${at} FROM x`', ['guardians']],
    ['an update over lines', '`update\n  guardians g\n  set ended_at = 1`', ['guardians']],
    ['of one table alone', '`UPDATE ONLY public.cases SET state = 1`', ['cases']],
    ['in quotes', `'UPDATE "cases" SET state = 1'`, ['cases']],
    ['a deletion', `'DELETE FROM sessions USING accounts a'`, ['sessions']],
    ['in a CTE', '`WITH gone AS (UPDATE cases SET x = 1 RETURNING id) SELECT FROM gone`', ['cases']],
    [
      'two in one',
      '`WITH g AS (DELETE FROM cases RETURNING 1) INSERT INTO notices SELECT`',
      ['cases', 'notices'],
    ],
    ['in a fragment', 'const part = Prisma.sql`INSERT INTO cases ${rest}`', ['cases']],
    ['inside what is put in', '`WITH ${`x AS (DELETE FROM cases)`} SELECT`', ['cases']],
    ['in a sum', `'DELETE ' + 'FROM ' + 'cases'`, ['cases']],
    ['in a call within a sum', "'WITH x AS (' + of(`DELETE FROM cases`) + ')'", ['cases']],
    ['of everything', `'TRUNCATE cases'`, ['cases']],
    ['in a merge', `'MERGE INTO cases USING x ON true WHEN MATCHED THEN DELETE'`, ['cases']],
    ['in a copy', `'COPY cases (id, state) FROM STDIN'`, ['cases']],
    ['by a model', 'tx.grant.update({ where: { id }, data: {} })', ['grants']],
    ['by a model of the client', 'await db.client.lineEntry.deleteMany({})', ['line_entries']],
    ['by a model in brackets', `tx['grant'].create({ data })`, ['grants']],
  ])('%s', (_, source, tables) => expect(writes(source)).toEqual(tables))
})

describe('what only looks like one is not', () => {
  test.each([
    ['a read', '`SELECT * FROM cases WHERE state = ${s}`'],
    ['a lock', '`SELECT id FROM cases FOR UPDATE`'],
    ['a lock of one table', '`SELECT id FROM cases c JOIN x ON true FOR NO KEY UPDATE OF c SKIP LOCKED`'],
    ['a comment in SQL', '`SELECT 1 -- UPDATE cases SET x\n /* DELETE FROM cases */ FROM x`'],
    ['a comment of ours', '// INSERT INTO cases\nconst a = 1'],
    ['a model that is read', 'tx.grant.findMany({ where: { role } })'],
    ['a set or a hash of that name', 'seen.grant.delete(key); hash.update(value)'],
  ])('%s', (_, source) => expect(writes(source)).toEqual([]))

  test('a conflict belongs to its insert', () =>
    expect(writes('`INSERT INTO cases (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET state = 2`')).toEqual([
      'cases',
    ]))
})

test.each([
  ['a table from a variable', 'tx.$executeRawUnsafe(`UPDATE ${table} SET x = 1`)'],
  ['a table at the end', `client.query('DELETE FROM ' + table)`],
  ['a model by a variable', 'tx[model].create({ data })'],
  ['a model handed on', 'save(tx.grant)'],
  ['a model taken out', 'const { grant } = tx'],
  ['a write inside another', 'tx.room.update({ data: { facility: { create: { id } } } })'],
])('%s cannot be told, and is said', (_, source) => expect(writes(source)).toContain(anyTable))

describe('the house', () => {
  const house = { owners: { cases: ['cases'], line: ['lines'] }, writesAnyTable: ['keys/a.ts'] }
  const own: Write[] = [
    { file: 'modules/cases/store.ts', table: 'cases' },
    { file: 'modules/line/read/store.ts', table: 'lines' },
    { file: 'keys/a.ts', table: anyTable },
  ]
  const foreign = { file: 'modules/line/store.ts', table: 'cases' }
  const tables = ['cases', 'lines']

  test('is in order when each writes its own', () => expect(faultsOf(own, tables, house)).toEqual([]))

  test('knows whose a file is', () =>
    expect(['modules/line/a/b.ts', 'keys.ts', 'platform/db.ts'].map(moduleOf)).toEqual([
      'line',
      'platform',
      'platform',
    ]))

  test('says a foreign write, one of no table that it knows, and one that cannot be told', () =>
    expect(
      faultsOf(
        [...own, foreign, { ...foreign, table: 'other' }, { ...foreign, table: anyTable }],
        tables,
        house,
      ),
    ).toEqual([
      'modules/line/store.ts writes cases, which belongs to cases',
      'modules/line/store.ts writes other, which belongs to no module',
      'modules/line/store.ts writes a table that cannot be told from its text',
    ]))

  test('has an owner for every table, and one', () =>
    expect(
      faultsOf(own, ['cases', 'fresh'], { ...house, owners: { cases: ['cases'], line: ['cases', 'lines'] } }),
    ).toEqual(['fresh belongs to no module', 'lines is no table', 'cases belongs to two modules']))

  test('is drawn', () =>
    expect(picture([...own.slice(0, 2), foreign], house)).toEqual([
      '       a b',
      'cases  ● ○  a cases',
      'lines  · ●  b line',
    ]))
})
