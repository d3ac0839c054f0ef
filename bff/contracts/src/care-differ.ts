import * as z from 'zod/mini'
import { id, instant } from './common'

/** Two devices said the contrary without knowing of each other: somebody who looks decides. */
export const careDiffer = z.object({
  /** Of the later of the two, to be named by the mark that decides. */
  id,
  marks: z.array(z.object({ kind: z.enum(['present', 'absent']), by: z.string(), at: instant })),
})
