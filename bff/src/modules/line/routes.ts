import * as contract from '@linli/contracts/line'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Mount } from '../../http/mount'
import type { Idempotency } from '../../platform/idempotency'
import { answer, type LineAnswer } from './answers'
import { decideMove, listProposedMoves, proposeMove } from './moves'
import { deskLine, getLineHistory, getLinePlace } from './place'
import type { Resources } from './resource'

export function mountLine(mount: Mount, deps: Deps, resources: Resources): void {
  mount('getLinePlace', contract.getLinePlace, 'signed_in', ({ params }, { who }) =>
    getLinePlace(deps, resources, who, params.id),
  )
  mount('getLineHistory', contract.getLineHistory, 'signed_in', ({ params }, { who }) =>
    getLineHistory(deps, resources, who, params.id),
  )
  const answering =
    (action: LineAnswer) =>
    ({ params }: { params: { id: string } }, { who, idempotency }: { who: Who; idempotency: Idempotency }) =>
      answer(deps, resources, who, idempotency, { id: params.id, action })
  mount('acceptOffer', contract.acceptOffer, 'signed_in', answering('accept'))
  mount('declineOffer', contract.declineOffer, 'signed_in', answering('decline'))
  mount('leaveLine', contract.leaveLine, 'signed_in', answering('leave'))
  mountDesk(mount, deps)
}

function mountDesk(mount: Mount, deps: Deps): void {
  mount('proposeMove', contract.proposeMove, 'signed_in', ({ params, body }, { who, idempotency }) =>
    proposeMove(deps, who, idempotency, { id: params.id, ...body }),
  )
  mount('decideMove', contract.decideMove, 'signed_in', ({ params, body }, { who, idempotency }) =>
    decideMove(deps, who, idempotency, { id: params.id, approve: body.approve }),
  )
  mount('listProposedMoves', contract.listProposedMoves, 'signed_in', async ({ query }, { who }) => ({
    moves: await listProposedMoves(deps, who, query.division),
  }))
  mount('deskLine', contract.deskLine, 'signed_in', ({ params }, { who }) => deskLine(deps, who, params.id))
}
