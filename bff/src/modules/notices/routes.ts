import * as contract from '@linli/contracts/notices'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { readPlace, writePlace } from '../../platform/cursor'
import { listNotices, readNotice, readNotices } from './service'

export function mountNotices(mount: Mount, deps: Deps): void {
  mount('listNotices', contract.listNotices, 'signed_in', async ({ query }, { who }) => {
    const { next, ...rest } = await listNotices(deps, who, readPlace(query.cursor))
    return { ...rest, next: writePlace(next) }
  })
  mount('readNotices', contract.readNotices, 'signed_in', ({ body }, { who }) =>
    readNotices(deps, who, new Date(body.until)),
  )
  mount('readNotice', contract.readNotice, 'signed_in', ({ params }, { who }) =>
    readNotice(deps, who, params.id),
  )
}
