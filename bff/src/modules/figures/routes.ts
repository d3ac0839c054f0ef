import * as contract from '@linli/contracts/figures'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { readCursor, writeCursor } from '../../platform/cursor'
import { getFigures, listFiguresBelow } from './service'

export function mountFigures(mount: Mount, deps: Deps): void {
  mount('getFigures', contract.getFigures, 'public', ({ params, query }, { who }) =>
    getFigures(deps, who, params.division, query.service),
  )
  mount('listFiguresBelow', contract.listFiguresBelow, 'signed_in', async ({ params, query }, { who }) => {
    const asked = { division: params.division, service: query.service }
    const after = readCursor(query.cursor, ['string'])?.[0] as string | undefined
    const { divisions, next } = await listFiguresBelow(deps, who, asked, after)
    return { divisions, next: next ? writeCursor([next]) : null }
  })
}
