import * as z from 'zod/mini'
import { cursor, idParams, instant } from './common'
import { endpoint } from './endpoint'

/** One look: who read what of a child, all that was read at once; written with the reading. */
export const childAccess = z.object({
  at: instant,
  /** The badge of the reader. */
  reader: z.string(),
  tags: z.array(z.enum(['child', 'health', 'contact', 'legal'])),
  /** The programme it was for; null where papers were compared. */
  about: z.nullable(z.string()),
})
export type ChildAccess = z.infer<typeof childAccess>

export const listChildAccess = endpoint({
  method: 'GET',
  path: '/children/:id/access-records',
  summary: 'Who read what of the child, newest first',
  params: idParams,
  query: z.object({ cursor: z.optional(cursor) }),
  reply: z.object({ records: z.array(childAccess), next: z.nullable(cursor) }),
  problems: ['not_found', 'guardian_not_verified', 'child_frozen'],
})
