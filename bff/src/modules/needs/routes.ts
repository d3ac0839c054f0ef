import { unmetWord } from '@linli/contracts/need-words'
import * as contract from '@linli/contracts/needs'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { arrangeNeed, decideNeed, fileNeed, readNeed, requestNeed } from './service'

const spanOf = ({ startsAt, endsAt, helper }: { startsAt: string; endsAt: string; helper: string }) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  helper,
})

export function mountNeeds(mount: Mount, deps: Deps): void {
  mount('requestNeed', contract.requestNeed, 'signed_in', ({ body }, { who, idempotency }) =>
    requestNeed(deps, who, idempotency, body),
  )
  mount('fileNeed', contract.fileNeed, 'signed_in', ({ body }, { who, idempotency }) =>
    fileNeed(deps, who, idempotency, body),
  )
  mount('readNeed', contract.readNeed, 'signed_in', ({ params }, { who }) => readNeed(deps, who, params.id))
  mount('arrangeNeed', contract.arrangeNeed, 'signed_in', ({ params, body }, { who, idempotency }) =>
    arrangeNeed(deps, who, idempotency, { ...params, action: 'arrange', ...spanOf(body) }),
  )
  mount('rearrangeNeed', contract.rearrangeNeed, 'signed_in', ({ params, body }, { who, idempotency }) =>
    arrangeNeed(deps, who, idempotency, { ...params, action: 'rearrange', ...spanOf(body) }),
  )
  mount('reopenNeed', contract.reopenNeed, 'signed_in', ({ params, body }, { who, idempotency }) =>
    decideNeed(deps, who, idempotency, { ...params, action: 'reopen', note: body.note }),
  )
  mount('refuseNeed', contract.refuseNeed, 'signed_in', ({ params, body }, { who, idempotency }) =>
    decideNeed(deps, who, idempotency, { ...params, action: 'refuse', note: body.note }),
  )
  mount('cancelNeed', contract.cancelNeed, 'signed_in', ({ params }, { who, idempotency }) =>
    decideNeed(deps, who, idempotency, { ...params, action: 'cancel', note: null }),
  )
  mount('needMet', contract.needMet, 'signed_in', ({ params }, { who, idempotency }) =>
    decideNeed(deps, who, idempotency, { ...params, action: 'met', note: null }),
  )
  mount('needUnmet', contract.needUnmet, 'signed_in', ({ params, body }, { who, idempotency }) =>
    decideNeed(deps, who, idempotency, {
      ...params,
      action: 'unmet',
      note: body.why === undefined ? null : unmetWord[body.why],
    }),
  )
  mountTold(mount, deps)
}

/** What staff write down of a telephone call. */
function mountTold(mount: Mount, deps: Deps): void {
  mount('toldMet', contract.toldMet, 'signed_in', ({ params, body }, { who, idempotency }) =>
    decideNeed(deps, who, idempotency, { ...params, action: 'told_met', note: body.note }),
  )
  mount('toldUnmet', contract.toldUnmet, 'signed_in', ({ params, body }, { who, idempotency }) =>
    decideNeed(deps, who, idempotency, { ...params, action: 'told_unmet', note: body.note }),
  )
  mount('needUnreached', contract.needUnreached, 'signed_in', ({ params, body }, { who, idempotency }) =>
    decideNeed(deps, who, idempotency, { ...params, action: 'unreached', note: body.note }),
  )
}
