/** What of a roster cannot be read is named exactly: each fault of a file, each of a line, and any mixture of them. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fileFault,
  type LineFault,
  lineFault,
  type LineNote,
  lineNote,
} from '../../../bff/contracts/src/roster-imports'
import { comparedWith, headOf, readLine } from '../../../bff/src/modules/roster-imports/lines'
import { linesOf } from '../../../bff/src/platform/sheets/table'
import { Unreadable } from '../../../bff/src/platform/sheets/unreadable'
import { bookOf, error, formula, rosterHead, type Written, xlsxOf, zipOf } from '../../support/rosters'

const head = [...rosterHead]
const good: Written[] = ['赵海涛', '13800000001', '送饭做饭、急救', '爱邻队']

function read(file: Buffer) {
  const { columns, rest } = headOf(linesOf(file, 5_020))
  if (rest.length === 0) throw new Unreadable('lines_missing')
  return comparedWith(rest.map((line) => readLine(line, columns, new Set(['爱邻队']))))
}
const faultOf = (file: Buffer): string => {
  try {
    read(file)
    return 'read'
  } catch (caught) {
    if (caught instanceof Unreadable) return caught.fault
    throw caught
  }
}

const books: Record<string, Buffer> = {
  file_empty: Buffer.alloc(0),
  old_xls: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  not_a_sheet: zipOf([{ name: 'word/document.xml', content: '<w/>' }]),
  zip_broken: Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(100)]),
  zip_locked: zipOf([{ name: 'xl/workbook.xml', content: '<workbook/>', locked: true }]),
  zip_bomb: zipOf([{ name: 'xl/workbook.xml', content: Buffer.alloc(60_000_000, 32) }]),
  sheet_missing: zipOf([{ name: 'xl/workbook.xml', content: '<workbook/>' }]),
  sheet_broken: bookOf('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v>'),
  encoding_unknown: Buffer.from('d5c5ffff', 'hex'),
  quote_open: Buffer.from('姓名,手机号\n"赵海涛,13800000001'),
  head_missing: xlsxOf([['志愿者登记表'], good]),
  name_column_missing: xlsxOf([['手机号', '队伍'], ['13800000001']]),
  phone_column_missing: xlsxOf([['姓名', '队伍'], ['赵海涛']]),
  column_twice: xlsxOf([['姓名', '手机号', '电话'], good]),
  columns_many:
    xlsxOf([head, good]).length > 0 ? bookOf('<row r="1"><c r="ZZ1"><v>1</v></c></row>') : Buffer.alloc(0),
  lines_many: xlsxOf([head, ...Array.from({ length: 5_030 }, () => good)]),
  lines_missing: xlsxOf([head]),
}

describe('a file', () => {
  test.each(Object.entries(books))('%s', (fault, file) => {
    expect(faultOf(file)).toBe(fault)
  })

  test('of every fault but its size there is one', () => {
    expect(Object.keys(books).sort()).toEqual(fileFault.options.filter((one) => one !== 'file_large').sort())
  })

  test('that declares entities is not read', () => {
    expect(faultOf(bookOf('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'))).toBe('sheet_broken')
  })

  test.each(['<rPh', '<ta', '<t>', '<si', '<rPh>'])('of millions of %s is answered at once', (bit) => {
    const content = `<si>${bit.repeat(1_000_000)}></si>`
    const file = zipOf([
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      { name: 'xl/worksheets/sheet1.xml', content: '<row r="1"><c><v>1</v></c></row>' },
      { name: 'xl/sharedStrings.xml', content },
    ])
    const begun = performance.now()
    faultOf(file)
    expect(performance.now() - begun).toBeLessThan(3_000)
  })

  test.each(['x', '0', '-1', '1.5', '1e400'])('whose line is called %s is not read', (name) => {
    expect(faultOf(bookOf(`<row r="${name}"><c><v>1</v></c></row>`))).toBe('sheet_broken')
  })

  test('of text goes on behind a quoted word', () => {
    const file = Buffer.from('姓名,手机号\n"赵海涛" ,"1380000"0001\n李福,13800000002\n')
    expect(read(file).map(({ line, good: one }) => [line, one?.name, one?.phone])).toEqual([
      [2, '赵海涛', '13800000001'],
      [3, '李福', '13800000002'],
    ])
  })

  test.each(['utf-8', 'utf-16le', 'gb18030'])('of text in %s is read', (encoding) => {
    // 姓名,手机号 / 赵海涛,13800000001
    const gb = Buffer.from('d0d5c3fb2ccad6bbfabac50ad5d4baa3ccce2c31333830303030303030310a', 'hex')
    const text = '姓名,手机号\r\n"赵海涛","13800000001"\r\n'
    const utf16 = Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from(text, 'utf16le')])
    const file = encoding === 'gb18030' ? gb : encoding === 'utf-8' ? Buffer.from(text) : utf16
    expect(read(file).map((one) => one.good)).toMatchObject([{ name: '赵海涛', phone: '13800000001' }])
  })

  test('is read past its titles, by shared words, and with prefixes', () => {
    const sheet = `<x:worksheet xmlns:x="a"><x:row r="3"><x:c r="A3" t="s"><x:v>0</x:v></x:c><x:c r="B3" t="s"><x:v>1</x:v></x:c></x:row>
      <x:row r="4"><x:c r="A4" t="s"><x:v>2</x:v></x:c><x:c r="B4"><x:v>13800000001</x:v></x:c></x:row></x:worksheet>`
    const file = zipOf([
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      { name: 'xl/worksheets/sheet1.xml', content: sheet },
      {
        name: 'xl/sharedStrings.xml',
        content:
          '<sst><si><t>姓名 *</t></si><si><r><t>手机</t></r><r><t>号码</t></r></si><si><t>赵&#28023;涛</t><rPh><t>x</t></rPh></si></sst>',
      },
    ])
    expect(read(file)).toMatchObject([{ line: 4, good: { name: '赵海涛', phone: '13800000001' } }])
  })
})

const names: Partial<Record<LineFault | 'ok', Written>> = {
  ok: '普桂兰',
  name_missing: null,
  name_long: '赵'.repeat(61),
  name_no_name: '……',
  name_formula: formula,
  name_error: error,
}
const phones: Partial<Record<LineFault | 'ok', (n: number) => Written>> = {
  ok: (n) => 13_800_000_000 + n,
  phone_missing: () => null,
  phone_formula: () => formula,
  phone_error: () => error,
  phone_scientific: () => '1.38E+10',
  phone_short: () => '1380000',
  phone_long: () => '138000000001',
  phone_landline: () => '0878-3123456',
  phone_letters: () => '同上',
  phone_wrong: () => '12345678901',
}
const skills: Partial<Record<LineNote | 'ok', Written>> = {
  ok: '急救',
  skill_unknown: '驾驶飞机',
  skill_formula: formula,
  skill_error: error,
}
const teams: Partial<Record<LineNote | 'ok', Written>> = {
  ok: '愛鄰隊',
  team_unknown: '没有的队',
  team_formula: formula,
  team_error: error,
}
const keyOf = <T extends object>(all: T) => fc.constantFrom(...(Object.keys(all) as (keyof T)[]))
const drawn = fc.record({
  name: keyOf(names),
  phone: keyOf(phones),
  skill: keyOf(skills),
  team: keyOf(teams),
})

describe('a line', () => {
  test('any number of lines with any faults: each is named, and only the whole ones come along', () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 30 }), (lines) => {
        const rows = lines.map((one, n) => [
          one.name === 'ok'
            ? `${String(names.ok)}${String.fromCodePoint(0x4e00 + n)}`
            : (names[one.name] ?? null),
          phones[one.phone]?.(n) ?? null,
          skills[one.skill] ?? null,
          teams[one.team] ?? null,
        ])
        const found = read(xlsxOf([head, ...rows]))
        expect(found.map(({ faults }) => faults)).toEqual(
          lines.map(({ name, phone }) => [name, phone].filter((one) => one !== 'ok')),
        )
        expect(found.map(({ notes }) => notes)).toEqual(
          lines.map(({ skill, team }) => [skill, team].filter((one) => one !== 'ok')),
        )
        expect(found.map(({ good: one }) => one !== undefined)).toEqual(
          lines.map(({ name, phone }) => name === 'ok' && phone === 'ok'),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('of one number the first stands, and names that are alike are said', () => {
    const found = read(xlsxOf([head, good, ['赵海濤', '13800000002'], ['李福', ' +86 138-0000-0001 ']]))
    expect(found.map(({ faults, notes }) => [...faults, ...notes])).toEqual([
      ['name_alike'],
      ['name_alike'],
      ['phone_twice'],
    ])
  })

  test('the same line twice is one person, and no name that is alike', () => {
    const found = read(xlsxOf([head, good, good]))
    expect(found.map(({ faults, notes }) => [...faults, ...notes])).toEqual([[], ['phone_twice']])
  })

  test('a number of papers is left out, and said to be', () => {
    const found = read(
      xlsxOf([
        ['姓名', '手机号', '身份证号'],
        ['赵海涛', '13800000001', '532301199001011234'],
      ]),
    )
    expect(found[0]?.notes).toEqual(['paper_number_left_out'])
    expect(JSON.stringify(found)).not.toContain('5323')
  })

  test('every code there is, is met here or by whoever is known', () => {
    const met = [...Object.keys(names), ...Object.keys(phones), ...Object.keys(skills), ...Object.keys(teams)]
    const others = ['phone_twice', 'known_volunteer', 'known_roster', 'name_alike', 'paper_number_left_out']
    const all = [...new Set([...met, ...others])].filter((one) => one !== 'ok').sort()
    expect(all).toEqual([...lineFault.options, ...lineNote.options].sort())
  })
})
