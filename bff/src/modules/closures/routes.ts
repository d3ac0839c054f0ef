import * as contract from '@linli/contracts/closures'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { giveBack, openAgain } from './opening'
import * as service from './service'

const span = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
})

export function mountClosures(mount: Mount, deps: Deps): void {
  mount('listClosures', contract.listClosures, 'signed_in', async ({ params }, { who }) => ({
    closures: await service.listClosures(deps, who, params.id),
  }))
  mount('listMetBookings', contract.listMetBookings, 'signed_in', async ({ params, query }, { who }) => {
    const asked = { roomId: params.id, weeks: query.weeks ?? 1, ...span(query) }
    return service.listMetBookings(deps, who, asked)
  })
  mount('addClosure', contract.addClosure, 'signed_in', ({ params, body }, { who, idempotency }) =>
    service.addClosure(deps, who, idempotency, { roomId: params.id, ...span(body), reason: body.reason }),
  )
  mount('closeRooms', contract.closeRooms, 'signed_in', ({ body }, { who, idempotency }) =>
    service.closeRooms(deps, who, idempotency, { ...body, ...span(body) }),
  )
  mount('giveBack', contract.giveBack, 'signed_in', ({ params, body }, { who, idempotency }) =>
    giveBack(deps, who, idempotency, { id: params.id, endsAt: new Date(body.endsAt) }),
  )
  mount('removeClosure', contract.removeClosure, 'signed_in', async ({ params }, { who }) => {
    await openAgain(deps, who, params.id, false)
    return {}
  })
  mount('removeClosureSeries', contract.removeClosureSeries, 'signed_in', async ({ params }, { who }) => ({
    removed: await openAgain(deps, who, params.id, true),
  }))
}
