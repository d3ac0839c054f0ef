/** Appointments, calls and referrals in the table: its staff and its supervisor are not the adviser, who is none of its people. */
import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { hour } from '../../support/consultations'
import { here } from '../../support/world'
import { ofCase, ownerOnly, type Row, row, staffOnly } from './cells'
import * as on from './meeting-stage'
import { sends } from './stage'

/** Who may is in `consultations/`; the others know of the case by the desk alone. */
const ofAdviser = (ask: Row['ask']): Row =>
  ofCase(ask, { party: 'not_allowed', staff: 'not_allowed', supervisor: 'not_allowed' })

const ofNobodyHere = (ask: Row['ask']): Row =>
  row(ask, {
    anonymous: 'sign_in_required',
    party: 'not_found',
    other: 'not_found',
    staff: 'not_found',
    elsewhere: 'not_found',
    supervisor: 'not_found',
  })

export const meetingRows = {
  recordAttempt: ofAdviser(on.onAsked({ outcome: 'no_answer' })),
  offerTimes: ofAdviser(on.onAsked({ kind: 'phone', stationId: null, link: null, times: [hour(14)] })),
  takeTime: ownerOnly(on.onOffered),
  giveTimeBack: ownerOnly(on.onTaken({})),
  readCalendar: ownerOnly(on.onTaken()),
  proposeReferral: ofAdviser(on.onAsked({ kind: 'mediation', parts: ['question'] })),
  consentReferral: ownerOnly(on.onProposed),
  declineReferral: ownerOnly(on.onProposed),
  acknowledgeReferral: ofNobodyHere(on.onSent),
  returnReferral: ofNobodyHere(on.onSent),
  readPersonsPhone: ofNobodyHere(on.onAsked()),
  listVisits: staffOnly(sends({ query: { community: here } })),
  readVisit: staffOnly(on.onVisit()),
  finishVisit: staffOnly(on.onVisit({})),
} satisfies Partial<Record<EndpointName, Row>>
