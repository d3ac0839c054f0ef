import { getDivision, listDivisions } from '@linli/contracts/divisions'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { Problem } from '../../platform/problem'
import { directory } from './service'

export function mountDivisions(mount: Mount, deps: Deps): void {
  mount('getDivision', getDivision, 'public', async ({ params }) => {
    const found = (await directory(deps)).find(params.code)
    if (!found) throw new Problem('not_found')
    return found
  })
  mount('listDivisions', listDivisions, 'public', async ({ query }) => {
    const all = await directory(deps)
    return { divisions: query.parent ? all.children(query.parent) : all.named(query.name ?? '') }
  })
}
