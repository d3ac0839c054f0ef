import * as contract from '@linli/contracts/consultations'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { decideConsultation, requestConsultation } from './service'

export function mountConsultations(mount: Mount, deps: Deps): void {
  mount('requestConsultation', contract.requestConsultation, 'signed_in', ({ body }, { who, idempotency }) =>
    requestConsultation(deps, who, idempotency, body),
  )
  mount(
    'completeConsultation',
    contract.completeConsultation,
    'signed_in',
    ({ params }, { who, idempotency }) =>
      decideConsultation(deps, who, idempotency, { ...params, action: 'complete', note: null }),
  )
  mount(
    'refuseConsultation',
    contract.refuseConsultation,
    'signed_in',
    ({ params, body }, { who, idempotency }) =>
      decideConsultation(deps, who, idempotency, { ...params, action: 'refuse', note: body.note }),
  )
  mount('cancelConsultation', contract.cancelConsultation, 'signed_in', ({ params }, { who, idempotency }) =>
    decideConsultation(deps, who, idempotency, { ...params, action: 'cancel', note: null }),
  )
}
