import * as contract from '@linli/contracts/desk'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { searchDesk } from './search'

export function mountDesk(mount: Mount, deps: Deps): void {
  mount('searchDesk', contract.searchDesk, 'signed_in', ({ body }, { who }) => searchDesk(deps, who, body))
}
