import * as contract from '@linli/contracts/feedback'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { readPlace, writePlace } from '../../platform/cursor'
import { answerFeedback, listFeedback, listOwnFeedback, readFeedbackPhone, writeFeedback } from './service'

export function mountFeedback(mount: Mount, deps: Deps): void {
  mount('writeFeedback', contract.writeFeedback, 'signed_in', ({ body }, { who, idempotency }) =>
    writeFeedback(deps, who, idempotency, body),
  )
  mount('listOwnFeedback', contract.listOwnFeedback, 'signed_in', async ({ query }, { who }) => {
    const { feedback, next } = await listOwnFeedback(deps, who, readPlace(query.cursor))
    return { feedback, next: writePlace(next) }
  })
  mount('listFeedback', contract.listFeedback, 'signed_in', async ({ query }, { who }) => {
    const { feedback, next } = await listFeedback(deps, who, query, readPlace(query.cursor))
    return { feedback, next: writePlace(next) }
  })
  mount('answerFeedback', contract.answerFeedback, 'signed_in', ({ params, body }, { who, idempotency }) =>
    answerFeedback(deps, who, idempotency, params.id, body.text),
  )
  mount('readFeedbackPhone', contract.readFeedbackPhone, 'signed_in', ({ params }, { who }) =>
    readFeedbackPhone(deps, who, params.id),
  )
}
