import * as contract from '@linli/contracts/consultation-meetings'
import * as handing from '@linli/contracts/consultation-referrals'
import * as visits from '@linli/contracts/contact-visits'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { readCalendar } from './meetings/calendar'
import { giveTimeBack, offerTimes, takeTime } from './meetings/service'
import { readPersonsPhone, recordAttempt } from './reach/attempts'
import { finishVisit, listVisits, readVisit } from './reach/visits'
import { acknowledgeReferral, returnReferral } from './referral/receive'
import { consentReferral, declineReferral, proposeReferral } from './referral/service'

/** Appointments, calls and visits, and handing over. */
export function mountMeetings(mount: Mount, deps: Deps): void {
  mount('offerTimes', contract.offerTimes, 'signed_in', ({ params, body }, { who, idempotency }) =>
    offerTimes(deps, who, idempotency, { ...params, ...body }),
  )
  mount('takeTime', contract.takeTime, 'signed_in', ({ params }, { who, idempotency }) =>
    takeTime(deps, who, idempotency, params.id),
  )
  mount('giveTimeBack', contract.giveTimeBack, 'signed_in', ({ params }, { who, idempotency }) =>
    giveTimeBack(deps, who, idempotency, params.id),
  )
  mount('readCalendar', contract.readCalendar, 'signed_in', ({ params }, { who }) =>
    readCalendar(deps, who, params.id),
  )
}

export function mountReach(mount: Mount, deps: Deps): void {
  mount('recordAttempt', contract.recordAttempt, 'signed_in', ({ params, body }, { who, idempotency }) =>
    recordAttempt(deps, who, idempotency, { ...params, ...body }),
  )
  mount('readPersonsPhone', contract.readPersonsPhone, 'signed_in', ({ params }, { who }) =>
    readPersonsPhone(deps, who, params.id),
  )
  mount('listVisits', visits.listVisits, 'signed_in', ({ query }, { who }) =>
    listVisits(deps, who, query.community),
  )
  mount('readVisit', visits.readVisit, 'signed_in', ({ params }, { who }) => readVisit(deps, who, params.id))
  mount('finishVisit', visits.finishVisit, 'signed_in', ({ params }, { who, idempotency }) =>
    finishVisit(deps, who, idempotency, params.id),
  )
}

export function mountReferral(mount: Mount, deps: Deps): void {
  mount('proposeReferral', handing.proposeReferral, 'signed_in', ({ params, body }, { who, idempotency }) =>
    proposeReferral(deps, who, idempotency, { ...params, ...body }),
  )
  mount('consentReferral', handing.consentReferral, 'signed_in', ({ params }, { who, idempotency }) =>
    consentReferral(deps, who, idempotency, params.id),
  )
  mount('declineReferral', handing.declineReferral, 'signed_in', ({ params }, { who, idempotency }) =>
    declineReferral(deps, who, idempotency, params.id),
  )
  mount('acknowledgeReferral', handing.acknowledgeReferral, 'signed_in', ({ params }, { who, idempotency }) =>
    acknowledgeReferral(deps, who, idempotency, params.id),
  )
  mount('returnReferral', handing.returnReferral, 'signed_in', async ({ params }, { who, idempotency }) => {
    await returnReferral(deps, who, idempotency, params.id)
    return {}
  })
}
