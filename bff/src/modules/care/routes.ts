import * as contract from '@linli/contracts/care'
import * as alert from '@linli/contracts/care-alerts'
import * as desk from '@linli/contracts/care-desk'
import type { Deps } from '../../deps'
import type { Mount } from '../../http/mount'
import { closeUp, handOn, readAlert, takeUp } from './alerts/alerts'
import { childDays, reportAbsence } from './days/child-days'
import { careDay } from './days/day'
import { addDuty, changeLeader, endDuty, listDuties } from './duties/duties'
import { pinLocks, unlockPin } from './tablets/pin-locks'
import { enterByPin, setPin } from './tablets/pins'
import { sendRecords } from './records/records'
import { deviceCarers, listDevices, makePairingCode, pairDevice, unpairDevice } from './tablets/tablets'

export function mountCare(mount: Mount, deps: Deps): void {
  mount('getCareDay', contract.getCareDay, 'on_duty', (_, { who }) => careDay(deps, who))
  mount('sendCareRecords', contract.sendCareRecords, 'on_duty', async ({ body }, { who }) => ({
    outcomes: await sendRecords(deps, who, body),
    now: deps.clock.now().toISOString(),
  }))
  mount('getChildDays', contract.getChildDays, 'signed_in', ({ params }, { who }) =>
    childDays(deps, who, params.id),
  )
  mount('reportAbsence', contract.reportAbsence, 'signed_in', ({ params, body }, { who }) =>
    reportAbsence(deps, who, params.id, body),
  )
  mount('setPin', desk.setPin, 'signed_in', async ({ body }, { who }) => {
    await setPin(deps, who, body.pin)
    return {}
  })
  mountAlerts(mount, deps)
  mountDuties(mount, deps)
  mountTablets(mount, deps)
}

function mountAlerts(mount: Mount, deps: Deps): void {
  mount('getCareAlert', alert.getCareAlert, 'signed_in', ({ params }, { who }) =>
    readAlert(deps, who, params.id),
  )
  mount('takeCareAlert', alert.takeCareAlert, 'signed_in', ({ params, body }, { who }) =>
    takeUp(deps, who, params.id, body.from),
  )
  mount('handOnCareAlert', alert.handOnCareAlert, 'signed_in', ({ params, body }, { who }) =>
    handOn(deps, who, params.id, body.to),
  )
  mount('closeCareAlert', alert.closeCareAlert, 'signed_in', ({ params, body }, { who }) =>
    closeUp(deps, who, params.id, body),
  )
}

function mountDuties(mount: Mount, deps: Deps): void {
  mount('listDuties', desk.listDuties, 'signed_in', ({ params }, { who }) => listDuties(deps, who, params.id))
  mount('addDuty', desk.addDuty, 'signed_in', ({ params, body }, { who, idempotency }) =>
    addDuty(deps, who, idempotency, params.id, body),
  )
  mount('endDuty', desk.endDuty, 'signed_in', async ({ params }, { who }) => {
    await endDuty(deps, who, params.id)
    return {}
  })
  mount('changeLeader', desk.changeLeader, 'signed_in', ({ params, body }, { who, idempotency }) =>
    changeLeader(deps, who, idempotency, params.id, body),
  )
}

/** A tablet speaks by its own token, in the body; pairing and entering are counted like signing in. */
function mountTablets(mount: Mount, deps: Deps): void {
  mount('listCareDevices', desk.listCareDevices, 'signed_in', async ({ query }, { who }) => ({
    devices: await listDevices(deps, who, query.division),
  }))
  mount('makePairingCode', desk.makePairingCode, 'signed_in', ({ body }, { who }) =>
    makePairingCode(deps, who, body.community),
  )
  mount('pairCareDevice', desk.pairCareDevice, 'sign_in', ({ body }, { asker }) =>
    pairDevice(deps, asker, body),
  )
  mount('unpairCareDevice', desk.unpairCareDevice, 'signed_in', async ({ params }, { who }) => {
    await unpairDevice(deps, who, params.id)
    return {}
  })
  mount('listDeviceCarers', desk.listDeviceCarers, 'tablet', ({ body }) => deviceCarers(deps, body))
  mount('listPinLocks', desk.listPinLocks, 'on_duty', async (_, { who }) => ({
    locks: await pinLocks(deps, who),
  }))
  mount('unlockPin', desk.unlockPin, 'on_duty', async ({ body }, { who }) => ({
    locks: await unlockPin(deps, who, body),
  }))
  mount('enterByPin', desk.enterByPin, 'tablet', ({ body }) => enterByPin(deps, body))
}
