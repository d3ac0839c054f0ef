/** Rosters as Excel writes them, and as nobody should. */
import { randomUUID } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { ProblemBody } from '../../bff/contracts/src/problems'
import type { RosterReport } from '../../bff/contracts/src/roster-imports'
import type { TestApp } from './app'
import type { Person } from './world'

interface Part {
  name: string
  content: string | Buffer
  /** Bit 0 of the flags: a password. */
  locked?: boolean
}

/** A zip file of some parts; sums are not looked at by our reader. */
export function zipOf(parts: readonly Part[]): Buffer {
  const [bodies, entries]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, content, locked = false } of parts) {
    const whole = Buffer.from(content)
    const packed = deflateRawSync(whole)
    const title = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(locked ? 1 : 0, 8)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(whole.length, 24)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(at, 42)
    bodies.push(local, title, packed)
    entries.push(entry, title)
    at += local.length + title.length + packed.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, directory, end])
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A text, a number, or how the sheet itself writes the cell. */
export type Written = string | number | { xml: string } | null

const cellOf = (value: Written, place: string): string => {
  if (value === null) return ''
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
  if (typeof value === 'object') return value.xml.replace('<c', `<c r="${place}"`)
  return `<c r="${place}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`
}

export const formula = { xml: '<c t="str"><f>A1&amp;"x"</f><v>x</v></c>' }
export const error = { xml: '<c t="e"><v>#N/A</v></c>' }

const book = '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'
const links = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'

export const bookOf = (sheet: string): Buffer =>
  zipOf([
    { name: 'xl/workbook.xml', content: book },
    { name: 'xl/_rels/workbook.xml.rels', content: links },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
  ])

/** @param rows from the first line on */
export function xlsxOf(rows: readonly (readonly Written[])[]): Buffer {
  const lines = rows.map((row, n) => {
    const cells = row.map((value, at) => cellOf(value, `${String.fromCharCode(65 + at)}${n + 1}`))
    return `<row r="${n + 1}">${cells.join('')}</row>`
  })
  return bookOf(`<worksheet><sheetData>${lines.join('')}</sheetData></worksheet>`)
}

export const rosterHead = ['姓名', '手机号', '能做的事', '队伍'] as const

interface Handed {
  status: number
  body: RosterReport
  problem: ProblemBody
}

/** As a browser hands it in. */
export async function handIn(
  app: Pick<TestApp, 'base'>,
  { token }: Pick<Person, 'token'>,
  division: string,
  content: Buffer,
  key: string = randomUUID(),
): Promise<Handed> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(content)]), 'file')
  const answer = await fetch(`${app.base}/v1/divisions/${division}/roster-imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
    body: form,
  })
  const body = (await answer.json()) as unknown
  return { status: answer.status, body: body as RosterReport, problem: body as ProblemBody }
}
