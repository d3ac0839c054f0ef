import { linesOfCsv } from './csv'
import { type Line, Unreadable } from './unreadable'
import { linesOfXlsx } from './xlsx'

const begins = (file: Buffer, hex: string): boolean =>
  file.subarray(0, hex.length / 2).toString('hex') === hex

/** What a file is says its content, and no name. Lines in which nothing stands are left out. @throws Unreadable */
export function linesOf(file: Buffer, most: number): Line[] {
  if (file.length === 0) throw new Unreadable('file_empty')
  if (begins(file, 'd0cf11e0')) throw new Unreadable('old_xls')
  const found = begins(file, '504b0304') ? linesOfXlsx(file) : linesOfCsv(file)
  const lines: Line[] = []
  for (const line of found) {
    if (line.cells.size > 0) lines.push(line)
    if (lines.length > most) throw new Unreadable('lines_many')
  }
  return lines
}
