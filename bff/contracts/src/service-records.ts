/** What somebody did for others, in hours, and the record of it on paper (docs/service-records.md). */
import * as z from 'zod/mini'
import { askedDay, day, divisionCode, id, idParams, instant } from './common'
import { digitCode } from './digits'
import { endpoint } from './endpoint'
import { taskKind } from './tasks'

/** Hours are kept in half hours: 5 is 2.5 hours. */
const halves = z.int()

export const servedTask = z.object({
  caseId: id,
  on: day,
  kind: taskKind,
  title: z.string(),
  communityName: z.string(),
  halves,
})
export type ServedTask = z.infer<typeof servedTask>

export const serviceRecord = z.object({
  id,
  /** As it stands on the paper, e.g. `ZM-261129-000427`. */
  number: z.string(),
  childId: z.nullable(id),
  fromDay: day,
  toDay: day,
  halves,
  issuedAt: instant,
  /** Since when it no longer counts, since hours of it were corrected. */
  withdrawnAt: z.nullable(instant),
})
export type ServiceRecord = z.infer<typeof serviceRecord>

/** One who served: the reader, or a child of theirs. */
export const servedHours = z.object({
  childId: z.nullable(id),
  /** What the child is called; null: the reader. */
  nickname: z.nullable(z.string()),
  halves,
  /** The newest first, `YYYY-MM`. */
  months: z.array(z.object({ month: z.string(), halves })),
  /** The newest hundred. */
  tasks: z.array(servedTask),
  records: z.array(serviceRecord),
})
export type ServedHours = z.infer<typeof servedHours>

export const listMyHours = endpoint({
  method: 'GET',
  path: '/me/hours',
  summary:
    "The reader's own hours and those of each child, by month, and the records made of them; nobody else's",
  reply: z.object({ people: z.array(servedHours), today: day }),
})

export const issueServiceRecord = endpoint({
  method: 'POST',
  path: '/service-records',
  summary: 'A record of what somebody did until today, free, as often as they like',
  body: z.object({
    childId: z.nullable(id),
    /** The first and the last day; null: all that there is, until today. */
    fromDay: z.nullable(askedDay),
    toDay: z.nullable(askedDay),
  }),
  reply: serviceRecord,
  status: 201,
  problems: [
    'not_found',
    'record_not_verified',
    'record_name_needed',
    'record_empty',
    'record_too_long',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

const file = z.object({ fileName: z.string(), base64: z.string() })

export const readServiceRecord = endpoint({
  method: 'GET',
  path: '/service-records/:id/file',
  summary: 'The record as a PDF, base64: real text, its letters within, on A4',
  params: idParams,
  reply: file,
  problems: ['not_found', 'record_withdrawn', 'record_not_verified', 'record_name_needed'],
})

/** Stands on the paper beside the number, so that numbers cannot be tried one after the other. */
export const recordCode = digitCode(6)
export const recordNumber = z.string().check(z.trim(), z.toUpperCase(), z.regex(/^ZM-\d{6}-\d{6}$/))

export const verifyServiceRecord = endpoint({
  method: 'POST',
  path: '/service-records/verify',
  summary: 'Whether a record on paper counts: yes or no, and no more',
  body: z.object({ number: recordNumber, code: recordCode }),
  reply: z.object({ valid: z.boolean() }),
  problems: ['too_many_requests', 'proof_needed'],
})

/** Days that one export spans at most: a year. */
export const exportDays = 366

export const exportServiceHours = endpoint({
  method: 'POST',
  path: '/divisions/:division/service-hours/export',
  summary:
    'Hours of a division in the fields of the national system, as an .xlsx, base64; with names only when asked for, and that is recorded',
  params: z.object({ division: divisionCode }),
  body: z.object({ fromDay: askedDay, toDay: askedDay, named: z.boolean() }),
  reply: file,
  problems: ['not_found', 'not_allowed', 'confirm_needed', 'export_too_large', 'tables_enough'],
})
