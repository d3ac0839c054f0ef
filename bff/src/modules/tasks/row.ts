import { taskKind } from '@linli/contracts/tasks'
import { paperKind, skill } from '@linli/contracts/volunteer-case'
import * as z from 'zod/mini'

/** A task as it stands in its table, with how many wait for it. */
export const taskRow = z.strictObject({
  id: z.string(),
  community: z.string(),
  needId: z.nullable(z.string()),
  state: z.enum(['open', 'cancelled']),
  kind: taskKind,
  title: z.string(),
  about: z.nullable(z.string()),
  place: z.nullable(z.string()),
  atHome: z.boolean(),
  startsAt: z.date(),
  endsAt: z.date(),
  places: z.int(),
  taken: z.int(),
  waiting: z.int(),
  skill: z.nullable(skill),
  paper: z.nullable(paperKind),
  adultsOnly: z.boolean(),
  twoPeople: z.boolean(),
  opensToAll: z.date(),
  teamId: z.nullable(z.string()),
  teamName: z.nullable(z.string()),
  teamOnly: z.boolean(),
})
export type TaskRow = z.output<typeof taskRow>
