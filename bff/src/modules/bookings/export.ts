/**
 * The promise: what was booked in a division leaves it as a table in which nobody is named, telephoned or quoted, and that
 * it left is on record.
 */
import { bookingMeaning } from '@linli/contracts/booking-case'
import { bookingExportDays } from '@linli/contracts/booking-export'
import { purposeWord } from '@linli/contracts/words'
import writeXlsx, { type SheetData } from 'write-excel-file/node'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { Problem } from '../../platform/problem'
import { addDays, dayOf, startOfDay } from '../../platform/shanghai'
import { directory } from '../divisions/service'
import { countTable, recordExport } from '../exports/service'
import { isStaffOf, isSupervisorOf } from '../identity/policy'
import { grantsOf } from '../identity/service'
import { bookingsBetween, type ExportedBooking } from './export-store'

const mostRows = 20_000

const head = [
  '预订号',
  '村（社区）',
  '场所',
  '场地',
  '日期',
  '从',
  '到',
  '用途',
  '人数',
  '状态',
  '提出时间',
  '答复时间',
  '签到时间',
  '谁记的签到',
  '没到场、让出的时间',
]

export interface AskedBookings {
  division: string
  fromDay: string
  toDay: string
}

/** @throws Problem not_found, export_too_large, tables_enough, invalid_request (not a span of a year at most) */
export async function exportBookings(deps: Deps, who: Who, asked: AskedBookings) {
  const { division, fromDay, toDay } = asked
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  const mayRead = isStaffOf(grants, division) || isSupervisorOf(grants, division)
  if (!mayRead || !divisions.find(division)) throw new Problem('not_found')
  mustBeSpan(asked)
  await countTable(deps, who)
  const span = { from: startOfDay(fromDay), to: startOfDay(addDays(toDay, 1)) }
  const rows = await deps.db.snapshot((tx) => bookingsBetween(tx, { division, ...span, limit: mostRows + 1 }))
  if (rows.length > mostRows) throw new Problem('export_too_large')
  const taken = { division, span: { fromDay, toDay }, lines: rows.length }
  await recordExport(deps, who, grants, { kind: 'bookings', ...taken })
  const file = await sheetOf(rows, (code) => divisions.find(code)?.name ?? '')
  return { fileName: `场地预订-${fromDay}-${toDay}.xlsx`, base64: file.toString('base64') }
}

function mustBeSpan({ fromDay, toDay }: AskedBookings): void {
  if (fromDay <= toDay && toDay < addDays(fromDay, bookingExportDays)) return
  throw new Problem('invalid_request', undefined, [
    { path: 'body.toDay', code: 'too_big', message: '请选一年以内的一段时间' },
  ])
}

/** `14:00`, in Shanghai. */
const clockOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
const momentOf = (at: Date): string => `${dayOf(at)} ${clockOf(at)}`
/** Half past midnight of the next day is no end of a use; midnight is the end of its own. */
const endOf = (at: Date): string => (clockOf(at) === '00:00' ? '24:00' : clockOf(at))

const instantOrNone = (at: Date | null) => (at === null ? null : words(momentOf(at)))
const byWhom = { party: '本人扫码', staff: '工作人员' } as const

/** A text is kept as a text, whatever it begins with: nothing in the table is calculated. */
const words = (value: string) => ({ value, type: String, format: '@' })

const lineOf = (row: ExportedBooking, communityName: (code: string) => string): SheetData[number] => [
  words(row.number),
  words(communityName(row.community)),
  words(row.facilityName),
  words(row.roomName),
  words(dayOf(row.startsAt)),
  words(clockOf(row.startsAt)),
  words(endOf(row.endsAt)),
  words(purposeWord[row.purpose]),
  row.attendees,
  words(bookingMeaning.states[row.state].word),
  words(momentOf(row.askedAt)),
  instantOrNone(row.decidedAt),
  instantOrNone(row.checkedInAt),
  row.checkedInBy === null ? null : words(byWhom[row.checkedInBy]),
  instantOrNone(row.missedAt),
]

function sheetOf(rows: readonly ExportedBooking[], communityName: (code: string) => string): Promise<Buffer> {
  const data: SheetData = [
    head.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) => lineOf(row, communityName)),
  ]
  return writeXlsx(data, { columns: head.map(() => ({ width: 18 })) }).toBuffer()
}
