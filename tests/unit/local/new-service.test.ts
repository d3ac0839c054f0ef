import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOf, named } from '../../../bff/local/new-service'
import { insertsFor } from '../../../bff/local/new-service-names'
import { root } from '../../../bff/local/paths'

const service = named('key_handover', '钥匙交接')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

test.each([
  ['', ''],
  ['Repair', '报修'],
  ['repair-s', '报修'],
  ['repair', 'Repair'],
  ['__proto__', '报修'],
])('%s, called %s, is no service', (noun, name) => {
  expect(() => named(noun, name)).toThrow(/npm run new service/)
})

test('every place where a service is named is there', () => {
  for (const { file, after } of insertsFor(service))
    expect([file, after.test(read(file))]).toEqual([file, true])
})

test('the files that it touches are those that the recipe names', () => {
  const named = [...read('docs/adding-a-service.md').matchAll(/^\| `([^`]+)`/gm)].map(([, file]) => file)
  expect([...new Set(insertsFor(service).map(({ file }) => file))].sort()).toEqual(named.sort())
  expect(named.length).toBeLessThanOrEqual(6)
})

test('nothing of a template is left in what it makes', () => {
  const files = filesOf(service, '20261130')
  expect(Object.keys(files)).toContain('prisma/migrations/20261130090000_key_handovers/migration.sql')
  expect(JSON.stringify(files)).not.toContain('__')
  expect(Object.values(files).join('')).toContain('keyHandover')
})
