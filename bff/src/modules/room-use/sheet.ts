/** Use by hour as a table, as its page shows it: a line for each row and for each weekday, hour by hour. */
import writeXlsx, { type SheetData } from 'write-excel-file/node'
import type { UseHours } from '@linli/contracts/room-use'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const hours = Array.from({ length: 24 }, (_, hour) => hour)
const head = ['哪里', '按什么', ...hours.map((hour) => `${hour} 点`), '合计']

const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0)
const inHours = (minutes: number): number => Math.round((minutes / 60) * 10) / 10
/** Nothing where it was not open. */
const share = (used: number, open: number): number | null =>
  open === 0 ? null : Math.round((used / open) * 100) / 100

function linesOf(name: string, { open, used }: UseHours): SheetData {
  const line = (what: string, values: readonly (number | null)[]) => [name, what, ...values]
  return [
    line('开放小时', [...open, sum(open)].map(inHours)),
    line('用了小时', [...used, sum(used)].map(inHours)),
    line(
      '用率',
      hours.map((hour) => share(used[hour] ?? 0, open[hour] ?? 0)).concat(share(sum(used), sum(open))),
    ),
  ]
}

/** Open, used, and the share of the two. */
export const linesOfEach = 3

interface Shown {
  week: readonly UseHours[]
  rows: readonly { name: string; hours: UseHours }[]
}

export const useSheet = ({ week, rows }: Shown): Promise<Buffer> => {
  const data: SheetData = [
    head.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...week.flatMap((day, n) => linesOf(weekdays[n] ?? '', day)),
    ...rows.flatMap(({ name, hours: own }) => linesOf(name, own)),
  ]
  return writeXlsx(data, { columns: head.map((_, n) => ({ width: n === 0 ? 28 : 10 })) }).toBuffer()
}
