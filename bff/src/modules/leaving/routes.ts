import * as contract from '@linli/contracts/leaving'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { exportMe } from './export'
import { leave, type LeavePorts, lookAtLeaving } from './leave'

/** @param ports what leaving needs of the modules that it does not know */
export function mountLeaving(mount: Mount, deps: Deps, ports: LeavePorts): void {
  mount('getLeaving', contract.getLeaving, 'signed_in', (_, { who }) => lookAtLeaving(deps, ports, who))
  mount('leave', contract.leave, 'signed_in', (_, { who }) => leave(deps, ports, who))
  mount('exportMe', contract.exportMe, 'signed_in', (_, { who }) => exportMe(deps, who))
}
