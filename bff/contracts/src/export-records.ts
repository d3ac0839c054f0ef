/** Who took what out of a division as a table (docs/room-use.md). */
import * as z from 'zod/mini'
import { cursor, day, divisionCode, id, instant } from './common'
import { endpoint } from './endpoint'

export const exportKind = z.enum(['bookings', 'room_use', 'rooms'])
export type ExportKind = z.infer<typeof exportKind>

export const exportRecord = z.object({
  id,
  kind: exportKind,
  division: divisionCode,
  divisionName: z.string(),
  /** Of which days; null: of none. */
  fromDay: z.nullable(day),
  toDay: z.nullable(day),
  lines: z.int(),
  /** The badge under which it was taken. */
  by: z.string(),
  at: instant,
})
export type ExportRecord = z.infer<typeof exportRecord>

export const listExportRecords = endpoint({
  method: 'GET',
  path: '/divisions/:division/exports',
  summary:
    'Tables of rooms that were taken out of a division and of what is below it, the newest first; for supervisors',
  params: z.object({ division: divisionCode }),
  query: z.object({ cursor: z.optional(cursor) }),
  reply: z.object({ records: z.array(exportRecord), next: z.nullable(cursor) }),
  problems: ['not_found', 'not_allowed'],
})
