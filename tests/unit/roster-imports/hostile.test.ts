/** A file that means harm is answered as fast as any other: nothing of it is looked at again and again. */
import { expect, test } from 'vitest'
import { comparedWith, headOf, readLine } from '../../../bff/src/modules/roster-imports/lines'
import { linesOf } from '../../../bff/src/platform/sheets/table'
import { Unreadable } from '../../../bff/src/platform/sheets/unreadable'
import { bookOf, zipOf } from '../../support/rosters'

function read(file: Buffer): unknown {
  try {
    const { columns, rest } = headOf(linesOf(file, 5_020))
    return comparedWith(rest.map((line) => readLine(line, columns, new Set(['爱邻队']))))
  } catch (error) {
    if (error instanceof Unreadable) return error.fault
    throw error
  }
}

const shared = (strings: string): Buffer =>
  zipOf([
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    { name: 'xl/worksheets/sheet1.xml', content: '<row><c t="s"><v>0</v></c></row>' },
    { name: 'xl/sharedStrings.xml', content: strings },
  ])
const line = (heads: string, ...cells: string[]): Buffer =>
  Buffer.from(`${heads}\n${cells.map((cell) => `"${cell}"`).join(',')}\n`)

const files: Record<string, () => Buffer> = {
  'readings that never end': () => shared(`<si>${'<rPh'.repeat(2_000_000)}</si>`),
  'elements that are none': () => bookOf(`${'<rowX'.repeat(4_000_000)}>`),
  'a title of signs': () => line('"title"', `${'*'.repeat(1_900_000)}\nX`),
  'a skill that begins over and over': () =>
    line('姓名,手机号,技能', '李福', '13900000071', '陪'.repeat(600_000)),
  'a name of words in one letter': () => line('姓名,手机号', 'ﷺ'.repeat(600_000), '13900000071'),
  'a team of words in one letter': () => line('姓名,手机号,队伍', '李福', '13900000071', 'ﷺ'.repeat(600_000)),
}

test.each(Object.entries(files))('%s', { timeout: 60_000 }, (_, make) => {
  const file = make()
  const before = performance.now()
  read(file)
  expect(performance.now() - before).toBeLessThan(1_500)
})

test('what is very long is no word of a roster, and the rest of the line is read', () => {
  const skills = `${'陪'.repeat(1_000)}、急救`
  expect(
    read(line('姓名 *,手机号（必填）,技能,队伍', '李福', '13900000071', skills, '爱'.repeat(900))),
  ).toMatchObject([
    { notes: ['skill_unknown', 'team_unknown'], good: { name: '李福', skills: ['first_aid'] } },
  ])
})
