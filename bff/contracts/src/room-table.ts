/** The rooms of a community as a table: taken along, edited, and read in again (docs/rooms.md › As a table). */
import * as z from 'zod/mini'
import { communityCode, text } from './common'
import { endpoint } from './endpoint'
import { roomHits } from './room-desk'

export const tableBytes = 4_000_000
export const tableRows = 5_000

/** The line as the file counts it, and the head of its column; in words what is the matter. */
const tableFault = z.object({ line: z.int(), column: z.string(), words: z.string() })
export type TableFault = z.infer<typeof tableFault>

/** How many are named; `faultsInAll` counts all. */
export const faultsNamed = 1_000

export const tableReport = z.object({
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  faults: z.array(tableFault),
  faultsInAll: z.int(),
  /** Bookings that what changes would not allow any more. */
  met: roomHits,
  /** Everything was written; else nothing was. */
  imported: z.boolean(),
})
export type TableReport = z.infer<typeof tableReport>

const params = z.object({ code: communityCode })
const refusals = [
  'not_found',
  'room_table_unreadable',
  'file_too_large',
  'unsupported_media_type',
  'malformed_request',
  'request_timeout',
  'busy',
] as const

export const giveRoomTable = endpoint({
  method: 'GET',
  path: '/communities/:code/room-table',
  summary:
    'The rooms of a community that the reader runs, as a table (xlsx) that can be edited and read in again',
  params,
  reply: z.object({ fileName: z.string(), base64: z.string() }),
  problems: ['not_found', 'tables_enough'],
})

export const checkRoomTable = endpoint({
  method: 'POST',
  path: '/communities/:code/room-table/check',
  summary: 'What a table would do, each fault by line and column; nothing is written',
  params,
  takes: 'file',
  reply: tableReport,
  problems: refusals,
  repeatable: 'natural',
})

export const importRoomTable = endpoint({
  method: 'POST',
  path: '/communities/:code/room-table',
  summary: 'A table is written, all of it; where anything is wrong or was not acknowledged, nothing is',
  params,
  query: z.object({ acknowledged: z.optional(text(64)) }),
  takes: 'file',
  reply: tableReport,
  problems: [...refusals, 'room_change_hits', 'idempotency_key_reused'],
  repeatable: 'key',
})
