import {
  exportServiceHours,
  issueServiceRecord,
  listMyHours,
  readServiceRecord,
  verifyServiceRecord,
} from '@linli/contracts/service-records'
import { useAnswer, useLook } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

export const useHours = (enabled: boolean) => useAnswer(listMyHours, {}, { enabled })
export const useIssue = (done: () => void) => useWrite(issueServiceRecord, { done })
/** Made anew each time; nothing of it is kept on the device. */
export const useRecordFile = () => useLook(readServiceRecord)
export const useVerify = () => useLook(verifyServiceRecord)
/** With names it leaves access records: one tap, one export. */
export const useHoursExport = () => useLook(exportServiceHours)
