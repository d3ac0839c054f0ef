import * as care from './care'
import * as careAlerts from './care-alerts'
import * as careDesk from './care-desk'

/** The part of the catalogue that is about the care day: roll, hand-over, duties, tablets and alerts. */
export const careCatalogue = {
  getCareDay: care.getCareDay,
  getCareAlert: careAlerts.getCareAlert,
  takeCareAlert: careAlerts.takeCareAlert,
  handOnCareAlert: careAlerts.handOnCareAlert,
  closeCareAlert: careAlerts.closeCareAlert,
  sendCareRecords: care.sendCareRecords,
  getChildDays: care.getChildDays,
  reportAbsence: care.reportAbsence,
  listDuties: careDesk.listDuties,
  addDuty: careDesk.addDuty,
  endDuty: careDesk.endDuty,
  changeLeader: careDesk.changeLeader,
  listCareDevices: careDesk.listCareDevices,
  makePairingCode: careDesk.makePairingCode,
  pairCareDevice: careDesk.pairCareDevice,
  unpairCareDevice: careDesk.unpairCareDevice,
  listDeviceCarers: careDesk.listDeviceCarers,
  enterByPin: careDesk.enterByPin,
  listPinLocks: careDesk.listPinLocks,
  unlockPin: careDesk.unlockPin,
  setPin: careDesk.setPin,
} as const
