import * as z from 'zod/mini'
import { relation } from './children'
import { id, instant } from './common'

/** Two devices said the contrary without knowing of each other: somebody who looks decides. */
export const careDiffer = z.object({
  /** Of the later of the two, to be named by the mark that decides. */
  id,
  marks: z.array(z.object({ kind: z.enum(['present', 'absent']), by: z.string(), at: instant })),
})

export const careGuardian = z.object({
  /** Of the link between guardian and child. */
  id,
  name: z.nullable(z.string()),
  relation,
  phone: z.nullable(z.string()),
  /** By staff: may pick the child up without being listed. */
  verified: z.boolean(),
  /** The barred person that this guardian is, by name or telephone: a plain tap too, which raises the alert. */
  barredAs: z.nullable(id),
})

/** What else was written of today; lists that a device kept from before there was this have none. */
export const careNote = z.object({
  kind: z.enum(['incident', 'annotation']),
  at: instant,
  by: z.string(),
  text: z.string(),
})
