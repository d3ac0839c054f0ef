import * as contract from '@linli/contracts/service-records'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { exportServiceHours } from './export'
import { issueServiceRecord, listMyHours, readServiceRecord, verifyServiceRecord } from './service'

export function mountServiceRecords(mount: Mount, deps: Deps): void {
  mount('listMyHours', contract.listMyHours, 'signed_in', (_sent, { who }) => listMyHours(deps, who))
  mount('issueServiceRecord', contract.issueServiceRecord, 'signed_in', ({ body }, { who, idempotency }) =>
    issueServiceRecord(deps, who, idempotency, body),
  )
  mount('readServiceRecord', contract.readServiceRecord, 'signed_in', ({ params }, { who }) =>
    readServiceRecord(deps, who, params.id),
  )
  mount('verifyServiceRecord', contract.verifyServiceRecord, 'public', ({ body }, { asker }) =>
    verifyServiceRecord(deps, asker, body),
  )
  mount('exportServiceHours', contract.exportServiceHours, 'signed_in', ({ params, body }, { who }) =>
    exportServiceHours(deps, who, { ...params, ...body }),
  )
}
