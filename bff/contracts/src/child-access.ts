import * as z from 'zod/mini'
import { cursor, idParams, instant } from './common'
import { endpoint } from './endpoint'

/** Who read what of a child: written with the reading. */
export const childAccess = z.object({
  at: instant,
  /** The badge of the reader. */
  reader: z.string(),
  tag: z.enum(['contact', 'child', 'health', 'legal']),
  caseNumber: z.nullable(z.string()),
})

export const listChildAccess = endpoint({
  method: 'GET',
  path: '/children/:id/access-records',
  summary: 'Who read what of the child, newest first',
  params: idParams,
  query: z.object({ cursor: z.optional(cursor) }),
  reply: z.object({ records: z.array(childAccess), next: z.nullable(cursor) }),
  problems: ['not_found', 'guardian_not_verified', 'child_frozen'],
})
