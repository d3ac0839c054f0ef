import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { here, wish } from '../../support/world'
import { everybody, ofCase, type Row, signedIn, staffDecide, staffOnly } from './cells'
import * as on from './programme-stage'
import { onTakenRoom, sends } from './stage'

/** A published programme exists for everybody, and its staff alone change it. */
const ofStaff = (ask: Row['ask'], yes: 200 | 201 = 200): Row => ({
  ask,
  answers: {
    ...ofCase(ask, { party: 'not_allowed', staff: yes, supervisor: 'not_allowed' }).answers,
    other: 'not_allowed',
    elsewhere: 'not_allowed',
  },
})

/** A draft is not there but for staff and those above them. */
const ofDraft = (ask: Row['ask']): Row =>
  ofCase(ask, { party: 'not_found', staff: 200, supervisor: 'not_allowed' })

/** Staff's lists, and the supervisor above reads them. */
const readBelow = (ask: Row['ask']): Row => ofCase(ask, { party: 'not_found', staff: 200, supervisor: 200 })

const partyOnly = (ask: Row['ask']): Row =>
  ofCase(ask, { party: 200, staff: 'not_allowed', supervisor: 'not_allowed' })

export const programmeRows = {
  listProgrammes: everybody(sends({ query: { community: here } })),
  getProgramme: everybody(on.onProgramme()),
  createProgramme: ofStaff(sends({ body: on.newPlan }), 201),
  changeProgramme: ofDraft(on.onDraft(on.changedPlan)),
  copyProgramme: ofStaff(on.onProgramme({ startsOn: '2027-03-01' }), 201),
  publishProgramme: ofDraft(on.onDraft({})),
  closeProgramme: ofStaff(on.onProgramme({})),
  drawProgramme: ofStaff(on.onClosedDraw),
  cancelProgramme: ofStaff(on.onProgramme({ reason: '场地维修' })),
  checkEligibility: signedIn(on.onProgramme()),
  signUp: signedIn(on.pressing, 201),
  cancelEnrolment: ofCase(on.onPlaced({ note: '搬家了' }), {
    party: 200,
    staff: 200,
    supervisor: 'not_allowed',
  }),
  getDraw: everybody(on.onDrawRecord),
  getRoster: staffOnly(on.onProgramme()),
  moveClass: staffDecide(on.onPlaced({ classNo: 1 })),
  exportRoster: ofStaff(on.onProgramme({ tagged: false })),
  waitForSlot: signedIn(
    onTakenRoom((room) => wish(room)),
    201,
  ),
  getLinePlace: ofCase(on.onWaiting(), { party: 200, staff: 200, supervisor: 200 }),
  getLineHistory: ofCase(on.onWaiting(), { party: 200, staff: 200, supervisor: 200 }),
  acceptOffer: partyOnly(on.onOffer),
  declineOffer: partyOnly(on.onOffer),
  leaveLine: partyOnly(on.onWaiting({})),
  proposeMove: {
    ask: on.onFarBehind({ to: 1, reason: '家中有急事' }),
    answers: { ...staffDecide(on.onFarBehind()).answers, staff: 201 },
  },
  decideMove: staffDecide(on.onMove),
  listProposedMoves: staffOnly(sends({ query: { division: here } })),
  deskLine: readBelow(on.onLineOf),
} satisfies Partial<Record<EndpointName, Row>>
