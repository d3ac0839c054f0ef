import * as proposals from '@linli/contracts/task-proposals'
import * as contract from '@linli/contracts/tasks'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { readPlace, writePlace } from '../../platform/cursor'
import { listDeskTasks, listTeamTasks } from './desk'
import { declineProposal, listProposable, proposeTask } from './proposals'
import { createTask, getTask, listTasks } from './service'

export function mountTasks(mount: Mount, deps: Deps): void {
  mount('listTasks', contract.listTasks, 'signed_in', ({ params }, { who }) =>
    listTasks(deps, who, params.community),
  )
  mount('getTask', contract.getTask, 'signed_in', ({ params }, { who }) => getTask(deps, who, params.id))
  mount('createTask', contract.createTask, 'signed_in', ({ body }, { who, idempotency }) =>
    createTask(deps, who, idempotency, body),
  )
  mount('listProposable', proposals.listProposable, 'signed_in', ({ params }, { who }) =>
    listProposable(deps, who, params.id),
  )
  mount('proposeTask', proposals.proposeTask, 'signed_in', ({ params, body }, { who, idempotency }) =>
    proposeTask(deps, who, idempotency, { ...params, ...body }),
  )
  mount('declineProposal', proposals.declineProposal, 'signed_in', ({ params }, { who, idempotency }) =>
    declineProposal(deps, who, idempotency, params.id),
  )
  mount('listDeskTasks', contract.listDeskTasks, 'signed_in', async ({ params, query }, { who }) => {
    const { next, ...rest } = await listDeskTasks(
      deps,
      who,
      { division: params.division, show: query.show },
      readPlace(query.after),
    )
    return { ...rest, next: writePlace(next) }
  })
  mount('listTeamTasks', contract.listTeamTasks, 'signed_in', async ({ params, query }, { who }) => {
    const asked = { ...params, show: query.show }
    const { next, ...rest } = await listTeamTasks(deps, who, asked, readPlace(query.after))
    return { ...rest, next: writePlace(next) }
  })
}
