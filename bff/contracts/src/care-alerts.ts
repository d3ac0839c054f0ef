import * as z from 'zod/mini'
import { relation } from './children'
import { id, idParams, instant, text } from './common'
import { endpoint } from './endpoint'

/** What somebody has to see to at once. `differ`: two devices marked one child differently. */
export const alertKind = z.enum(['barred', 'refused', 'overridden', 'incident', 'missing', 'late', 'differ'])
export type AlertKind = z.infer<typeof alertKind>

/** What whoever saw to it says; the other three are what the roll call says. */
export const alertOutcomeSaid = z.enum(['settled', 'mistake', 'police'])
export const alertOutcome = z.enum([...alertOutcomeSaid.options, 'arrived', 'picked_up', 'decided'])
export type AlertOutcome = z.infer<typeof alertOutcome>

export const alertStepKind = z.enum(['raised', 'taken', 'handed_on', 'escalated', 'closed'])

const colleague = z.object({ accountId: id, name: z.string() })

export const careAlert = z.object({
  id,
  kind: alertKind,
  raisedAt: instant,
  state: z.enum(['open', 'taken', 'closed']),
  child: z.string(),
  classNo: z.nullable(z.number()),
  /** By the latest roll call. */
  mark: z.enum(['expected', 'present', 'absent', 'released']),
  programmeName: z.string(),
  place: z.string(),
  startsAt: instant,
  endsAt: instant,
  /** Who wrote what raised it; null: the clock. */
  carer: z.nullable(z.string()),
  /** Who came, as it was said at the door. */
  person: z.nullable(z.string()),
  /** What the carer wrote of an incident. */
  words: z.nullable(z.string()),
  /** Whom to call: guardians who are not barred, verified ones first. */
  guardians: z.array(z.object({ name: z.nullable(z.string()), relation, phone: z.nullable(z.string()) })),
  takenBy: z.nullable(z.object({ ...colleague.shape, mine: z.boolean() })),
  steps: z.array(
    z.object({
      at: instant,
      kind: alertStepKind,
      by: z.nullable(z.string()),
      to: z.nullable(z.string()),
      outcome: z.nullable(alertOutcome),
      words: z.nullable(z.string()),
    }),
  ),
  /** Who else was told or works for the community today, while the reader has it. */
  colleagues: z.array(colleague),
  can: z.object({ take: z.boolean(), handOn: z.boolean(), close: z.boolean() }),
})
export type CareAlert = z.infer<typeof careAlert>

export const getCareAlert = endpoint({
  method: 'GET',
  path: '/care/alerts/:id',
  summary: 'An alert, for those to whom it was sent; leaves access records that the guardians see',
  params: idParams,
  reply: careAlert,
  problems: ['not_found'],
})

const reply = z.object({ state: z.enum(['open', 'taken', 'closed']) })

export const takeCareAlert = endpoint({
  method: 'POST',
  path: '/care/alerts/:id/take',
  summary: 'I see to it: exactly one has it; from somebody who has it, when they are named',
  params: idParams,
  body: z.object({ from: z.nullable(id) }),
  reply,
  problems: ['not_found', 'alert_taken', 'alert_closed'],
  repeatable: 'natural',
})

export const handOnCareAlert = endpoint({
  method: 'POST',
  path: '/care/alerts/:id/hand-on',
  summary: 'Whoever has it gives it to a colleague, who is told',
  params: idParams,
  body: z.object({ to: id }),
  reply,
  problems: ['not_found', 'alert_not_yours', 'alert_closed'],
  repeatable: 'natural',
})

export const closeCareAlert = endpoint({
  method: 'POST',
  path: '/care/alerts/:id/close',
  summary: 'Whoever has it says what happened; nothing of it is ever changed',
  params: idParams,
  body: z.object({ outcome: alertOutcomeSaid, words: text(300) }),
  reply,
  problems: ['not_found', 'alert_not_yours', 'alert_closed'],
  repeatable: 'natural',
})
