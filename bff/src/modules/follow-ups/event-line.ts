import { caseSide } from '@linli/contracts/case-base'
import * as z from 'zod/mini'

/** A line of a timeline, as the database says it. */
export const eventLine = z.strictObject({
  at: z.string(),
  action: z.string(),
  from: z.nullable(z.string()),
  to: z.string(),
  side: caseSide,
  actorName: z.nullable(z.string()),
  note: z.nullable(z.string()),
})
export type EventLine = z.output<typeof eventLine>
