/** Staff ask a volunteer whether they would like to do a task; nobody is pressed (docs/tasks.md › Proposals). */
import * as z from 'zod/mini'
import { id, idParams } from './common'
import { endpoint } from './endpoint'
import { fitReason, task } from './tasks'
import { volunteerDetail } from './volunteer-case'

/** How many who fit are shown at once. */
export const proposableMost = 20

export const proposable = z.object({
  /** Their registration. */
  volunteer: id,
  name: z.string(),
  why: z.array(fitReason),
})
export type Proposable = z.infer<typeof proposable>

export const listProposable = endpoint({
  method: 'GET',
  path: '/tasks/:id/proposable',
  summary:
    'Volunteers whom the task fits, who had the fewest chances first; leaves an access record with each',
  params: idParams,
  reply: z.object({
    /** How many have been asked for this task. */
    asked: z.int(),
    people: z.array(proposable),
  }),
  problems: ['not_found', 'not_allowed', 'task_over', 'task_enough'],
})

export const proposeTask = endpoint({
  method: 'POST',
  path: '/tasks/:id/proposals',
  summary: 'Asks one volunteer whether they would like to do it: once, and it reserves no place',
  params: idParams,
  body: z.object({ volunteer: id }),
  reply: z.object({ asked: z.int() }),
  problems: [
    'not_found',
    'not_allowed',
    'task_over',
    'task_enough',
    'proposal_closed',
    'proposal_enough',
    'idempotency_key_reused',
  ],
  repeatable: 'key',
})

export const declineProposal = endpoint({
  method: 'POST',
  path: '/tasks/:id/decline',
  summary: 'Not this time: nobody is told, nothing follows, and signing up takes it back',
  params: idParams,
  body: z.object({}),
  reply: task,
  problems: ['not_found', 'idempotency_key_reused'],
  repeatable: 'key',
})

export const setProposals = endpoint({
  method: 'POST',
  path: '/volunteers/:id/proposals',
  summary: 'Whether staff may ask this volunteer for a task',
  params: idParams,
  body: z.object({ wanted: z.boolean() }),
  reply: volunteerDetail,
  problems: ['not_found', 'not_allowed', 'action_not_open', 'idempotency_key_reused'],
  repeatable: 'key',
})
