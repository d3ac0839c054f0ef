import * as contract from '@linli/contracts/consultations'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { mountAdviser } from './adviser-routes'
import { mountMeetings, mountReach, mountReferral } from './more-routes'
import { requestConsultation, say } from './service'
import { markThreadRead, readThread } from './thread'

export function mountConsultations(mount: Mount, deps: Deps): void {
  mount('requestConsultation', contract.requestConsultation, 'signed_in', ({ body }, { who, idempotency }) =>
    requestConsultation(deps, who, idempotency, body),
  )
  mount('readThread', contract.readThread, 'signed_in', ({ params }, { who }) =>
    readThread(deps, who, params.id),
  )
  mount('markThreadRead', contract.markThreadRead, 'signed_in', async ({ params, body }, { who }) => {
    await markThreadRead(deps, who, params.id, body.upTo)
    return {}
  })
  mountSaying(mount, deps)
  mountAdviser(mount, deps)
  mountMeetings(mount, deps)
  mountReach(mount, deps)
  mountReferral(mount, deps)
}

function mountSaying(mount: Mount, deps: Deps): void {
  mount(
    'addToConsultation',
    contract.addToConsultation,
    'signed_in',
    ({ params, body }, { who, idempotency }) =>
      say(deps, who, idempotency, { ...params, action: 'add', ...body }),
  )
  mount('thankAdviser', contract.thankAdviser, 'signed_in', ({ params }, { who, idempotency }) =>
    say(deps, who, idempotency, { ...params, action: 'thank' }),
  )
  mount('cancelConsultation', contract.cancelConsultation, 'signed_in', ({ params }, { who, idempotency }) =>
    say(deps, who, idempotency, { ...params, action: 'cancel' }),
  )
  mount(
    'answerConsultation',
    contract.answerConsultation,
    'signed_in',
    ({ params, body: { as, ...said } }, { who, idempotency }) =>
      say(deps, who, idempotency, { ...params, action: as, ...said }),
  )
  mount('correctLine', contract.correctLine, 'signed_in', ({ params, body }, { who, idempotency }) =>
    say(deps, who, idempotency, { ...params, action: 'correct', ...body }),
  )
  mount('closeConsultation', contract.closeConsultation, 'signed_in', ({ params }, { who, idempotency }) =>
    say(deps, who, idempotency, { ...params, action: 'close' }),
  )
}
