/** Hours in the fields of the national information system of voluntary service (全国志愿服务信息系统). */
import { taskKindWord } from '@linli/contracts/task-words'
import writeXlsx, { type SheetData } from 'write-excel-file/node'
import { dayOf } from '../../platform/shanghai'
import type { ExportedRow } from './export-store'

const head = [
  '志愿者编号',
  '服务组织（社区）',
  '活动名称',
  '服务类别',
  '开始时间',
  '结束时间',
  '服务时长（小时）',
]

/** `2026-11-25 14:00`, in Shanghai. */
const timeOf = (at: Date): string =>
  `${dayOf(at)} ${new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)}`

/** @param names by party: only when they were asked for, and their reading is on record */
export function hoursSheet(
  rows: readonly ExportedRow[],
  names: ReadonlyMap<string, string> | undefined,
  communityName: (code: string) => string,
): Promise<Buffer> {
  const titles = names ? ['姓名', ...head] : head
  const data: SheetData = [
    titles.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) => [
      ...(names ? [names.get(row.partyId) ?? null] : []),
      row.registration,
      communityName(row.community),
      row.title,
      taskKindWord[row.kind],
      timeOf(row.startsAt),
      timeOf(row.endsAt),
      row.halves / 2,
    ]),
  ]
  return writeXlsx(data, { columns: titles.map(() => ({ width: 20 })) }).toBuffer()
}
