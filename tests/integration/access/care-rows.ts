import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import { here } from '../../support/world'
import { everybodyAlways, ofCase, ownerOnly, row, type Row, signedIn } from './cells'
import * as on from './care-stage'
import { nothing, sends } from './stage'

/** Nobody in the table is a carer on duty: what those may do is tested with the care day. */
const offDuty = (ask: Row['ask']): Row =>
  row(ask, {
    anonymous: 'sign_in_required',
    party: 'not_on_duty',
    other: 'not_on_duty',
    staff: 'not_on_duty',
    elsewhere: 'not_on_duty',
    supervisor: 'not_on_duty',
  })

const noCarers = (ask: Row['ask']): Row =>
  row(ask, {
    anonymous: 'sign_in_required',
    party: 'not_allowed',
    other: 'not_allowed',
    staff: 'not_allowed',
    elsewhere: 'not_allowed',
    supervisor: 'not_allowed',
  })

const staffAlone = (ask: Row['ask'], yes: 200 | 201 = 200): Row =>
  ofCase(ask, { party: 'not_found', staff: yes, supervisor: 'not_allowed' })

/** It was sent to the community's staff, and exists for nobody else. */
const ofStaff = (ask: Row['ask']): Row =>
  ofCase(ask, { party: 'not_found', staff: 200, supervisor: 'not_found' })

/** The ten minutes of a pairing code are over before a token is. */
const codeGone = ({ ask, answers }: Row): Row => ({
  ask,
  answers: { ...answers, expired: 'pairing_code_wrong' },
})

export const careRows = {
  getCareDay: offDuty(nothing),
  sendCareRecords: signedIn(on.sendingRecord),
  getCareAlert: ofStaff(on.onAlert(false)),
  takeCareAlert: ofStaff(on.onAlert(false, { from: null })),
  handOnCareAlert: ofStaff(on.handingOn),
  closeCareAlert: ofStaff(on.onAlert(true, { outcome: 'settled', words: '已联系妈妈' })),
  listPinLocks: signedIn(nothing),
  unlockPin: ofStaff(on.onPad),
  getChildDays: ownerOnly(on.onPlacedChild()),
  reportAbsence: ownerOnly(on.onPlacedChild(true)),
  listDuties: ofCase(on.onCareProgramme, { party: 'not_found', staff: 200, supervisor: 200 }),
  addDuty: staffAlone(on.addingDuty, 201),
  endDuty: staffAlone(on.onDuty),
  changeLeader: staffAlone(on.changingLeader, 201),
  listCareDevices: ofCase(sends({ query: { division: here } }), {
    party: 'not_found',
    staff: 200,
    supervisor: 200,
  }),
  makePairingCode: staffAlone(sends({ body: { community: here } }), 201),
  pairCareDevice: codeGone(everybodyAlways(on.byPairingCode, 201)),
  unpairCareDevice: staffAlone(on.onTablet),
  listDeviceCarers: everybodyAlways(on.onCarers),
  enterByPin: everybodyAlways(on.byPin, 201),
  setPin: noCarers(sends({ body: { pin: '483920' } })),
} satisfies Partial<Record<EndpointName, Row>>
