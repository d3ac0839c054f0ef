import { requestBooking, waitForSlot } from '@linli/contracts/bookings'
import type { CaseDetail } from '@linli/contracts/cases'
import { useWrite } from '../../shared/http/use-write'

interface Options {
  done: (booked: CaseDetail) => void
  queued: () => void
  label: string
}

export const useRequestBooking = ({ done, queued, label }: Options) =>
  useWrite(requestBooking, { done, queued, queueAs: () => label })
export const useWaitForSlot = ({ done, queued, label }: Options) =>
  useWrite(waitForSlot, { done, queued, queueAs: () => label })
