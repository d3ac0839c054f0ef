/** Lines of a table as plans of rooms, with everything that is wrong with each; pure. */
import { planFault, planFaults, type RoomPlan, roomPlan } from '@linli/contracts/room-plan'
import type { TableFault } from '@linli/contracts/room-table'
import { type Line, Unreadable } from '../../../platform/sheets/unreadable'
import { columns, type Field, fields, placeHeads, whenEmpty } from './columns'
import { NotReadable } from './not-readable'

const headWithin = 10
const heads = new Map<string, string>([
  ...fields.map((field) => [columns[field].head, field] as const),
  ...Object.entries(placeHeads).map(([field, head]) => [head, field] as const),
])

/** @throws Unreadable head_missing, column_twice */
export function headOf(lines: readonly Line[]): { at: Map<string, number>; rest: readonly Line[] } {
  for (const [n, { cells }] of lines.slice(0, headWithin).entries()) {
    const at = new Map<string, number>()
    for (const [column, { text }] of cells) {
      const field = heads.get(text)
      if (field === undefined) continue
      if (at.has(field)) throw new Unreadable('column_twice')
      at.set(field, column)
    }
    if (at.size < 2) continue
    if (at.size < heads.size) throw new Unreadable('head_missing')
    return { at, rest: lines.slice(n + 1) }
  }
  throw new Unreadable('head_missing')
}

export interface ReadRoom {
  line: number
  id: string | null
  version: number | null
  facility: string
  /** Where nothing is wrong. */
  plan: RoomPlan | null
  faults: TableFault[]
}

/** @param sentences the words of a fault of shape, as every form says them */
export function readRoom(
  { number: line, cells }: Line,
  at: ReadonlyMap<string, number>,
  sentences: (issues: readonly unknown[]) => { path: string; message: string }[],
): ReadRoom {
  const faults: TableFault[] = []
  const say = (column: string, words: string): void => {
    if (!faults.some((one) => one.column === column)) faults.push({ line, column, words })
  }
  const wrote = (field: string, head: string): string => {
    const found = cells.get(at.get(field) ?? -1)
    if (found?.kind === 'formula') say(head, '这里是公式，没有读。请直接写上内容')
    if (found?.kind === 'error') say(head, '这里是错误值，请直接写上内容')
    return found?.text ?? ''
  }
  const sent: Record<string, unknown> = {}
  for (const field of fields) {
    const { head, read } = columns[field]
    const text = wrote(field, head)
    if (text === '') sent[field] = whenEmpty[field]
    else
      try {
        sent[field] = read(text)
      } catch (error) {
        if (!(error instanceof NotReadable)) throw error
        say(head, error.message)
      }
  }
  const parsed = roomPlan.safeParse(sent, { reportInput: true })
  for (const { path, message } of parsed.success ? [] : sentences(parsed.error.issues))
    say(headAt(path), message)
  if (parsed.success) for (const { path, code } of planFaults(parsed.data)) say(headAt(path), planFault[code])
  const [id, version] = [wrote('id', placeHeads.id), wrote('version', placeHeads.version)]
  const facility = wrote('facility', placeHeads.facility)
  if (facility === '') say(placeHeads.facility, '请写场所的名称')
  if (id !== '' && !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id))
    say(placeHeads.id, '编号不对。改已有的场地请不要动编号，加新的就空着')
  const plan = parsed.success && faults.length === 0 ? parsed.data : null
  return { line, id: id || null, version: version === '' ? null : Number(version), facility, plan, faults }
}

const headAt = (path: string): string => {
  const [, field = ''] = /^(?:room\.)?(\w+)/.exec(path) ?? []
  return field in columns ? columns[field as Field].head : field
}
