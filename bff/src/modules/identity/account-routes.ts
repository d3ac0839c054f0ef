import * as contract from '@linli/contracts/accounts'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { decideNumber, listProposedNumbers, proposeNumber } from './counter'
import { joinByPhone, joinByWechat, type JoinPorts } from './join'
import { changePhone, listNumberChanges } from './numbers'
import { spendingOf } from './phone-codes'

export function mountAccounts(mount: Mount, deps: Deps, ports: JoinPorts): void {
  mount('joinByPhone', contract.joinByPhone, 'signed_in', ({ body }, { who, asker }) =>
    joinByPhone(deps, ports, who, spendingOf(deps, asker, body)),
  )
  mount('joinByWechat', contract.joinByWechat, 'signed_in', ({ body }, { who }) =>
    joinByWechat(deps, ports, who, body.code),
  )
  mount('changePhone', contract.changePhone, 'signed_in', ({ body }, { who, asker }) =>
    changePhone(deps, who, body.phone, spendingOf(deps, asker, body)),
  )
  mount('listNumberChanges', contract.listNumberChanges, 'signed_in', async (_, { who }) => ({
    changes: await listNumberChanges(deps, who),
  }))
  mount('proposeNumber', contract.proposeNumber, 'signed_in', ({ body }, { who, idempotency, asker }) =>
    proposeNumber(deps, { ...who, asker }, idempotency, body),
  )
  mount('listProposedNumbers', contract.listProposedNumbers, 'signed_in', async ({ query }, { who }) => ({
    numbers: await listProposedNumbers(deps, who, query.division),
  }))
  mount(
    'decideNumber',
    contract.decideNumber,
    'signed_in',
    async ({ params, body }, { who, idempotency }) => {
      await decideNumber(deps, ports, who, idempotency, { id: params.id, ...body })
      return {}
    },
  )
}
