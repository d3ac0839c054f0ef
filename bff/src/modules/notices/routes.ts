import * as contract from '@linli/contracts/notices'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { readPlace, writePlace } from '../../platform/cursor'
import { listNotices, readNotice } from './service'

export function mountNotices(mount: Mount, deps: Deps): void {
  mount('listNotices', contract.listNotices, 'signed_in', async ({ query }, { who }) => {
    const { next, ...rest } = await listNotices(deps, who, readPlace(query.cursor))
    return { ...rest, next: writePlace(next) }
  })
  mount('readNotice', contract.readNotice, 'signed_in', ({ params }, { who }) =>
    readNotice(deps, who, params.id),
  )
}
