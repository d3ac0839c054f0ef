import * as contract from '@linli/contracts/adviser'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { readPlace, writePlace } from '../../platform/cursor'
import * as adviser from './adviser'
import { readWorkLog } from './work-log'

export function mountAdviser(mount: Mount, deps: Deps): void {
  mount('listHandled', contract.listHandled, 'signed_in', async ({ query }, { who }) => {
    const { next, ...list } = await adviser.listHandled(
      deps,
      who,
      query.show ?? 'mine',
      readPlace(query.cursor),
    )
    return { ...list, next: writePlace(next) }
  })
  mount('takeConsultation', contract.takeConsultation, 'signed_in', ({ params }, { who, idempotency }) =>
    adviser.takeConsultation(deps, who, idempotency, params.id),
  )
  mount('passOn', contract.passOn, 'signed_in', async ({ params }, { who, idempotency }) => {
    await adviser.passOn(deps, who, idempotency, params.id)
    return {}
  })
  mount('getAdviser', contract.getAdviser, 'signed_in', (_, { who }) => adviser.getAdviser(deps, who))
  mount('setDuty', contract.setDuty, 'signed_in', ({ body }, { who }) =>
    adviser.setDuty(deps, who, body.duties),
  )
  mount('addAway', contract.addAway, 'signed_in', ({ body }, { who, idempotency }) =>
    adviser.addAway(deps, who, idempotency, body),
  )
  mount('removeAway', contract.removeAway, 'signed_in', ({ params }, { who }) =>
    adviser.removeAway(deps, who, params.id),
  )
  mount('addOpening', contract.addOpening, 'signed_in', ({ body }, { who, idempotency }) =>
    adviser.addOpening(deps, who, idempotency, body.words),
  )
  mount('removeOpening', contract.removeOpening, 'signed_in', ({ params }, { who }) =>
    adviser.removeOpening(deps, who, params.id),
  )
  mount('readWorkLog', contract.readWorkLog, 'signed_in', ({ query }, { who }) =>
    readWorkLog(deps, who, query.month),
  )
}
