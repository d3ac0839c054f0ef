/** How a consultation is written to, by either side. */
import { consultationDetail } from './consultation-case'
import { idParams } from './common'

export const refusals = ['not_found', 'not_allowed', 'action_not_open', 'idempotency_key_reused'] as const
export const write = {
  method: 'POST',
  params: idParams,
  reply: consultationDetail,
  problems: refusals,
  repeatable: 'key',
} as const
