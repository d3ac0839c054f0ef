import * as contract from '@linli/contracts/room-table'
import type { Deps } from '../../../deps'
import type { Mount } from '../../../http/mount'
import { giveTable, takeTable } from './service'

export function mountRoomTable(mount: Mount, deps: Deps): void {
  mount('giveRoomTable', contract.giveRoomTable, 'signed_in', ({ params }, { who }) =>
    giveTable(deps, who, params.code),
  )
  mount('checkRoomTable', contract.checkRoomTable, 'signed_in', ({ params }, { who, incoming }) =>
    takeTable(deps, who, { code: params.code, incoming }),
  )
  mount(
    'importRoomTable',
    contract.importRoomTable,
    'signed_in',
    ({ params, query: { acknowledged } }, { who, idempotency, incoming }) =>
      takeTable(deps, who, { code: params.code, incoming, write: { idempotency, acknowledged } }),
  )
}
