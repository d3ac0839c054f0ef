/** A community is found by what people type for it. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { PlacedDivision } from '../../../bff/contracts/src/divisions'
import { searchIn } from '../../../bff/src/modules/divisions/search'

/** The register that a fresh server is filled with. */
const lines = readFileSync(new URL('../../../prisma/seed/divisions.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const [head = '', ...rows] = lines
const columns = head.split(',')
const column = (row: string, name: string): string => row.split(',')[columns.indexOf(name)] ?? ''
const named = new Map(rows.map((row) => [column(row, 'code'), column(row, 'name')]))
const communities = rows
  .filter((row) => column(row, 'code').length === 12)
  .map((row): PlacedDivision => {
    const code = column(row, 'code')
    return {
      code,
      level: 'community',
      name: column(row, 'name').replace(/[居村]民委员会$/, ''),
      fullName: column(row, 'name'),
      parent: code.slice(0, 9),
      phone: null,
      within: [code.slice(0, 6), code.slice(0, 9)].map((above) => named.get(above) ?? ''),
    }
  })
const search = searchIn(communities)
const found = (text: string) => search(text).map(({ name }) => name)

describe('东兴社区 is found by', () => {
  test.each([
    '东兴',
    '东兴社区',
    'dongxing',
    'DongXing',
    'dong xing',
    'ｄｏｎｇｘｉｎｇ',
    'dx',
    '东星',
    '冬兴',
    'dongxin',
    'donxging',
    '鹿城东兴',
    '鹿城镇东兴社区',
  ])('%s', (text) => {
    expect(found(text)).toContain('东兴社区')
  })
})

test('a township brings its communities', () => {
  for (const text of ['鹿城镇', '鹿城', 'lucheng'])
    expect(search(text).filter(({ within }) => within[1] === '鹿城镇').length).toBeGreaterThan(5)
})

test('what is written as it is called comes first', () => {
  expect(found('东兴社区')[0]).toBe('东兴社区')
})

test('every community of the register is found by its own name, and by its sound', () => {
  for (const { name, code } of communities.slice(0, 300)) {
    expect(
      search(name).some((one) => one.code === code),
      name,
    ).toBe(true)
  }
})

test('nothing that means nothing is found', () => {
  expect([found(''), found('。'), found('zzzzzz'), found('㋿㋿')]).toEqual([[], [], [], []])
})

test('what is written as asked stands alone; what only sounds like it comes where nothing is', () => {
  expect(found('东兴').every((name) => name.includes('东兴'))).toBe(true)
  expect(found('懂兴')).toContain('东兴社区')
})
