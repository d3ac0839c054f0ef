/** A programme as its store reads it. */
import { priorityRule, programmeKind, programmeState, signUpMode } from '@linli/contracts/programmes'
import * as z from 'zod/mini'

const range = z.nullable(z.strictObject({ min: z.int(), max: z.int() }))
const weekly = z.strictObject({ weekday: z.int(), from: z.string(), to: z.string() })

export const programmeRow = z.strictObject({
  id: z.string(),
  community: z.string(),
  kind: programmeKind,
  state: programmeState,
  name: z.string(),
  place: z.string(),
  about: z.nullable(z.string()),
  startsOn: z.string(),
  endsOn: z.string(),
  weekly: z.array(weekly),
  skips: z.array(z.string()),
  capacity: z.int(),
  taken: z.int(),
  classes: z.int(),
  ages: range,
  grades: range,
  opensAt: z.date(),
  closesAt: z.date(),
  mode: signUpMode,
  priority: z.array(priorityRule),
  firstStartsAt: z.date(),
  lastEndsAt: z.date(),
  refillUntil: z.date(),
  seedCommitment: z.nullable(z.string()),
  listHash: z.nullable(z.string()),
  seed: z.nullable(z.string()),
  closedAt: z.nullable(z.date()),
  drawnAt: z.nullable(z.date()),
  /** It has been published at some time. */
  announced: z.boolean(),
  /** Of a published one: who waits for a place. */
  lineId: z.nullable(z.string()),
  waiting: z.int(),
})
export type ProgrammeRow = z.output<typeof programmeRow>
