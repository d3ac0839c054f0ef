import { listVolunteers as listContract } from '@linli/contracts/volunteer-desk'
import * as proposals from '@linli/contracts/task-proposals'
import * as contract from '@linli/contracts/volunteers'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { readPlace, writePlace } from '../../platform/cursor'
import { addPaper, revokePaper } from './papers'
import { readVolunteerName } from './read'
import { listVolunteers } from './roster'
import { changeAvailability, decideVolunteer, registerVolunteer, setProposals } from './service'

export function mountVolunteers(mount: Mount, deps: Deps): void {
  mount('registerVolunteer', contract.registerVolunteer, 'signed_in', ({ body }, { who, idempotency }) =>
    registerVolunteer(deps, who, idempotency, body),
  )
  mount('listVolunteers', listContract, 'signed_in', async ({ query }, { who }) => {
    const { division, skill, cursor } = query
    const { volunteers, next } = await listVolunteers(deps, who, { division, skill }, readPlace(cursor))
    return { volunteers, next: writePlace(next) }
  })
  mount('readVolunteerName', contract.readVolunteerName, 'signed_in', ({ params }, { who }) =>
    readVolunteerName(deps, who, params.id),
  )
  mountDecisions(mount, deps)
  mount(
    'changeAvailability',
    contract.changeAvailability,
    'signed_in',
    ({ params, body }, { who, idempotency }) =>
      changeAvailability(deps, who, idempotency, { ...params, ...body }),
  )
  mount('addPaper', contract.addPaper, 'signed_in', ({ params, body }, { who, idempotency }) =>
    addPaper(deps, who, idempotency, { ...params, ...body }),
  )
  mount('revokePaper', contract.revokePaper, 'signed_in', ({ params, body }, { who, idempotency }) =>
    revokePaper(deps, who, idempotency, { ...params, ...body }),
  )
}

/** What one side says of a registration. */
function mountDecisions(mount: Mount, deps: Deps): void {
  mount('verifyVolunteer', contract.verifyVolunteer, 'signed_in', ({ params }, { who, idempotency }) =>
    decideVolunteer(deps, who, idempotency, { ...params, action: 'verify', note: null }),
  )
  mount('refuseVolunteer', contract.refuseVolunteer, 'signed_in', ({ params, body }, { who, idempotency }) =>
    decideVolunteer(deps, who, idempotency, { ...params, action: 'refuse', note: body.note }),
  )
  mount('endVolunteer', contract.endVolunteer, 'signed_in', ({ params, body }, { who, idempotency }) =>
    decideVolunteer(deps, who, idempotency, { ...params, action: 'end', note: body.note }),
  )
  mount('cancelVolunteer', contract.cancelVolunteer, 'signed_in', ({ params }, { who, idempotency }) =>
    decideVolunteer(deps, who, idempotency, { ...params, action: 'cancel', note: null }),
  )
  mount('setProposals', proposals.setProposals, 'signed_in', ({ params, body }, { who, idempotency }) =>
    setProposals(deps, who, idempotency, { ...params, ...body }),
  )
  mount('leaveVolunteers', contract.leaveVolunteers, 'signed_in', ({ params }, { who, idempotency }) =>
    decideVolunteer(deps, who, idempotency, { ...params, action: 'leave', note: null }),
  )
}
