import * as contract from '@linli/contracts/teams'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { changeTeam, closeTeam, createTeam, nameLeader } from './keeping'
import { askToJoin, decideMember, leaveTeam, readMembers, takeOffMember } from './members'
import { getTeam, listDeskTeams, listTeams } from './service'

export function mountTeams(mount: Mount, deps: Deps): void {
  mount('listTeams', contract.listTeams, 'signed_in', ({ params }, { who }) =>
    listTeams(deps, who, params.community),
  )
  mount('getTeam', contract.getTeam, 'signed_in', ({ params }, { who }) => getTeam(deps, who, params.id))
  mount('listDeskTeams', contract.listDeskTeams, 'signed_in', ({ params }, { who }) =>
    listDeskTeams(deps, who, params.division),
  )
  mount('createTeam', contract.createTeam, 'signed_in', ({ body }, { who, idempotency }) =>
    createTeam(deps, who, idempotency, body),
  )
  mount('changeTeam', contract.changeTeam, 'signed_in', ({ params, body }, { who, idempotency }) =>
    changeTeam(deps, who, idempotency, { ...params, ...body }),
  )
  mount('closeTeam', contract.closeTeam, 'signed_in', ({ params }, { who, idempotency }) =>
    closeTeam(deps, who, idempotency, params.id),
  )
  mount('nameTeamLeader', contract.nameTeamLeader, 'signed_in', ({ params, body }, { who, idempotency }) =>
    nameLeader(deps, who, idempotency, { ...params, ...body }),
  )
  mountMembers(mount, deps)
}

function mountMembers(mount: Mount, deps: Deps): void {
  mount('readTeamMembers', contract.readTeamMembers, 'signed_in', ({ params }, { who }) =>
    readMembers(deps, who, params.id),
  )
  mount('askToJoinTeam', contract.askToJoinTeam, 'signed_in', ({ params, body }, { who, idempotency }) =>
    askToJoin(deps, who, idempotency, { ...params, ...body }),
  )
  mount('leaveTeam', contract.leaveTeam, 'signed_in', ({ params, body }, { who, idempotency }) =>
    leaveTeam(deps, who, idempotency, { ...params, ...body }),
  )
  mount(
    'takeOffTeamMember',
    contract.takeOffTeamMember,
    'signed_in',
    ({ params, body }, { who, idempotency }) => takeOffMember(deps, who, idempotency, { ...params, ...body }),
  )
  mount(
    'decideTeamMember',
    contract.decideTeamMember,
    'signed_in',
    ({ params, body }, { who, idempotency }) => decideMember(deps, who, idempotency, { ...params, ...body }),
  )
}
