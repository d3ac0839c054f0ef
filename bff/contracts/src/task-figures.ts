/** How the tasks of a division stand, for whoever works or supervises there: counts, no names (docs/tasks.md › From above). */
import * as z from 'zod/mini'
import { divisionCode, instant } from './common'
import { endpoint } from './endpoint'

/** Of what hangs on single people: 0 for none, 1 for one to four, else the five below it. */
export const fives = (n: number): number => (n === 0 ? 0 : n < 5 ? 1 : n - (n % 5))

export const taskCounts = z.object({
  /** Open tasks that have not begun, those of them that have everybody, and how many people the others lack. */
  coming: z.int(),
  filled: z.int(),
  short: z.int(),
  /** In `fives`: needs that nobody answered in time, and hours that nobody confirmed in time. */
  needsLate: z.int(),
  hoursLate: z.int(),
})
export type TaskCounts = z.infer<typeof taskCounts>

export const getTaskFigures = endpoint({
  method: 'GET',
  path: '/task-figures',
  summary: 'How tasks stand, of a division and of those directly below it',
  query: z.object({ division: divisionCode }),
  reply: z.object({
    division: divisionCode,
    name: z.string(),
    now: instant,
    counts: taskCounts,
    below: z.array(z.object({ code: divisionCode, name: z.string(), counts: taskCounts })),
  }),
  problems: ['not_found'],
})
