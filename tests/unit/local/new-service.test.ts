/** What `npm run new service` makes, without writing it: every list takes it, also the fifth in a row. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { caseType } from '../../../bff/contracts/src/cases'
import { filesOf, nextStamp } from '../../../bff/local/new-service'
import { withService } from '../../../bff/local/new-service-names'
import { named, takenNames } from '../../../bff/local/new-service-noun'
import { root } from '../../../bff/local/paths'

const taken = takenNames()
const service = named(taken, 'key_handover', '钥匙交接', 'YS')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const [, lists = ''] = read('docs/adding-a-service.md').split('## Where it is named\n')
const [table = ''] = lists.split('\n## ')

async function formatted(file: string, text: string): Promise<string> {
  const path = join(root, file)
  return format(text, { ...(await resolveConfig(path)), filepath: path })
}

test.each([
  [''],
  ['Repair', '报修'],
  ['repair-s', '报修'],
  ['repair', 'Repair'],
  ['repair', '报修', 'bx'],
  ['repair', '报修', 'BXX'],
  ['__proto__', '报修'],
  ['x_repair', '报修'],
])('%s, called %s, with numbers of %s, is no service', (...words) => {
  expect(() => named(taken, ...words)).toThrow(/npm run new service/)
})

test.each(['line', 'session', 'consent', 'grant', 'case', 'case_event', 'booking', 'all', 'confirmation'])(
  'something is called %s already',
  (noun) => {
    expect(() => named(taken, noun, '报修')).toThrow(`Something is called ${noun} already`)
  },
)

test('no two services have numbers that begin alike', () => {
  expect(() => named(taken, 'repair', '报修', 'CD')).toThrow('Numbers of another service begin with CD.')
  const { PREFIX } = named(taken, 'repair', '报修')
  const { PREFIX: next } = named({ ...taken, prefixes: new Set([PREFIX]) }, 'rental', '出租')
  expect([PREFIX, next]).toEqual(['RE', 'RN'])
})

test('five services in a row, each formatted, stand in every list', async () => {
  const nouns = ['repair', 'loan', 'key_handover', 'reading_room_visit', 'wheelchair_transport']
  const texts: Record<string, string> = {}
  for (const noun of nouns) {
    const changed = withService(named(taken, noun, '报修'), (file) => texts[file] ?? read(file))
    for (const [file, text] of Object.entries(changed)) texts[file] = await formatted(file, text)
  }
  const { 'bff/contracts/src/cases.ts': cases = '', 'miniapp/src/faces.ts': faces = '', ...others } = texts
  const listed = /caseType = z\.enum\(\[([^\]]*)\]/.exec(cases)?.[1]?.match(/\w+/g)
  expect(listed).toEqual([...caseType.options, ...nouns])
  const names = ['repair', 'loan', 'keyHandover', 'readingRoomVisit', 'wheelchairTransport']
  for (const shape of ['Case', 'Detail', 'Declaration'])
    for (const name of names)
      expect(cases.match(new RegExp(`\\b${name}${shape}\\b`, 'g')), name + shape).toHaveLength(2)
  // Faces stand in the order of the declarations.
  expect(faces.slice(faces.indexOf('faces = [')).match(/\w+(?=Face)/g)).toEqual([
    ...caseType.options.map((type) => type.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())),
    ...names,
  ])
  const elsewhere = {
    'bff/contracts/src/catalogue.ts': (name: string) => `${name}Catalogue`,
    'bff/src/kinds.ts': (name: string) => `${name}Kind`,
    'bff/src/app.ts': (name: string) => `mount${name.charAt(0).toUpperCase()}${name.slice(1)}s`,
    'tests/integration/access/rows.ts': (name: string) => `${name}Rows`,
  }
  expect(Object.keys(others).sort()).toEqual(Object.keys(elsewhere).sort())
  for (const [file, called] of Object.entries(elsewhere))
    for (const word of names.map(called))
      expect(others[file]?.match(new RegExp(`\\b${word}\\b`, 'g')), word).toHaveLength(2)
})

test('the files that it changes are those that the recipe names, and at most six', () => {
  const listed = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, file]) => file)
  expect(Object.keys(withService(service, read)).sort()).toEqual(listed.sort())
  expect(listed.length).toBeLessThanOrEqual(6)
})

test('a list that has changed is said before anything is written', () => {
  const other = (file: string): string =>
    file.endsWith('faces.ts') ? 'export const faces = all()' : read(file)
  expect(() => withService(service, other)).toThrow('miniapp/src/faces.ts has changed')
})

test('what it makes is whole, and nothing of a template is left in it', async () => {
  const files = filesOf(service, '20261130090000')
  expect(Object.keys(files)).toContain('prisma/migrations/20261130090000_key_handovers/migration.sql')
  expect(JSON.stringify(files).replaceAll('@__PURE__', '')).not.toContain('__')
  expect(Object.values(files).join('')).toContain('keyHandover')
  for (const [file, text] of Object.entries(files))
    if (file.endsWith('.ts')) expect(await formatted(file, text), file).toContain('import')
})

test.each([
  [[], '20261130090000'],
  [['migration_lock.toml', '20261129110000_needs'], '20261130090000'],
  [['20261130090000_loans', '20261129110000_needs'], '20261130090001'],
  [['20270101000000_ahead'], '20270101000001'],
])('its migration comes after all that are there: %j', (there, stamp) => {
  expect(nextStamp(there, '20261130')).toBe(stamp)
})
