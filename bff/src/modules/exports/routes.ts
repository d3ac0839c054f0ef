import { listExportRecords as contract } from '@linli/contracts/export-records'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { readPlace, writePlace } from '../../platform/cursor'
import { listExportRecords } from './service'

export function mountExports(mount: Mount, deps: Deps): void {
  mount('listExportRecords', contract, 'signed_in', async ({ params, query }, { who }) => {
    const { records, next } = await listExportRecords(deps, who, params.division, readPlace(query.cursor))
    return { records, next: writePlace(next) }
  })
}
