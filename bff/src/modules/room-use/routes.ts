import * as contract from '@linli/contracts/room-use'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { readRoomUse, recordUse } from './service'
import { useSheet } from './sheet'

export function mountRoomUse(mount: Mount, deps: Deps): void {
  mount('readRoomUse', contract.readRoomUse, 'signed_in', ({ params, query }, { who }) =>
    readRoomUse(deps, who, { ...params, ...query }),
  )
  mount('exportRoomUse', contract.exportRoomUse, 'signed_in', async ({ params, query }, { who }) => {
    const use = await readRoomUse(deps, who, { ...params, ...query })
    await recordUse(deps, who, use)
    const file = await useSheet(use)
    return { fileName: `场地使用-${use.fromDay}-${use.toDay}.xlsx`, base64: file.toString('base64') }
  })
}
