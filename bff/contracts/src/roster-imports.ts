/** A roster of volunteers that staff bring along, and what of it could not be read (docs/volunteers.md › Import). */
import * as z from 'zod/mini'
import { divisionCode, empty, id, idParams, instant } from './common'
import { endpoint } from './endpoint'

export const rosterBytes = 2_000_000
export const rosterLines = 5_000
export const rosterKeptDays = 180

/** Why a whole file is not read. */
export const fileFault = z.enum([
  'file_large',
  'file_empty',
  'old_xls',
  'not_a_sheet',
  'zip_broken',
  'zip_locked',
  'zip_bomb',
  'sheet_missing',
  'sheet_broken',
  'encoding_unknown',
  'quote_open',
  'head_missing',
  'name_column_missing',
  'phone_column_missing',
  'column_twice',
  'columns_many',
  'lines_many',
  'lines_missing',
])
export type FileFault = z.infer<typeof fileFault>

/** Why a line is left out: what is missing or wrong is put right in the file. */
export const lineFault = z.enum([
  'name_missing',
  'name_long',
  'name_no_name',
  'name_formula',
  'name_error',
  'phone_missing',
  'phone_formula',
  'phone_error',
  'phone_scientific',
  'phone_short',
  'phone_long',
  'phone_landline',
  'phone_letters',
  'phone_wrong',
  'phone_twice',
  'known_volunteer',
  'known_roster',
])
export type LineFault = z.infer<typeof lineFault>

/** What of a line is left out or worth a look: the line comes along. */
export const lineNote = z.enum([
  'name_alike',
  'skill_unknown',
  'skill_formula',
  'skill_error',
  'team_unknown',
  'team_formula',
  'team_error',
  'paper_number_left_out',
])
export type LineNote = z.infer<typeof lineNote>

/** The line as the file counts it, from 1. */
const reported = z.object({ line: z.int(), code: z.union([lineFault, lineNote]) })

export const rosterReport = z.object({
  id,
  /** Lines with anything in them, and of these those that can be imported. */
  lines: z.int(),
  good: z.int(),
  reports: z.array(reported),
  imported: z.boolean(),
  /** Until then it is kept. */
  keptUntil: instant,
})
export type RosterReport = z.infer<typeof rosterReport>

export const readRosterFile = endpoint({
  method: 'POST',
  path: '/divisions/:division/roster-imports',
  summary: 'Staff hand in a roster (xlsx or csv): a report of each line, and nothing imported yet',
  params: z.object({ division: divisionCode }),
  takes: 'file',
  reply: rosterReport,
  status: 201,
  problems: [
    'not_found',
    'roster_unreadable',
    'file_too_large',
    'unsupported_media_type',
    'malformed_request',
    'request_timeout',
    'busy',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const importRoster = endpoint({
  method: 'POST',
  path: '/roster-imports/:id/import',
  summary: 'The good lines become invitations: whoever registers with such a number is recognised',
  params: idParams,
  body: empty,
  reply: rosterReport,
  problems: ['not_found', 'roster_gone', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const giveRosterTemplate = endpoint({
  method: 'GET',
  path: '/roster-template',
  summary: 'An empty sheet with the columns that are read',
  reply: z.object({ fileName: z.string(), base64: z.string() }),
})
