import * as contract from '@linli/contracts/roster-imports'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { importRoster, readRoster } from './service'
import { rosterTemplate } from './template'

export function mountRosterImports(mount: Mount, deps: Deps): void {
  mount(
    'readRosterFile',
    contract.readRosterFile,
    'signed_in',
    ({ params }, { who, idempotency, incoming }) =>
      readRoster(deps, who, idempotency, { division: params.division, incoming }),
  )
  mount('importRoster', contract.importRoster, 'signed_in', ({ params }, { who, idempotency }) =>
    importRoster(deps, who, idempotency, params.id),
  )
  mount('giveRosterTemplate', contract.giveRosterTemplate, 'signed_in', () => rosterTemplate())
}
