import { requestBooking, rescheduleBooking, waitForSlot } from '@linli/contracts/bookings'
import type { BookingDetail } from '@linli/contracts/booking-case'
import { type CaseDetail, getCase } from '@linli/contracts/cases'
import { useAnswer } from '../../shared/http/use-answer'
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
export const useReschedule = (done: (moved: BookingDetail) => void) => useWrite(rescheduleBooking, { done })
export const useBooking = (id: string) => useAnswer(getCase, { params: { id } })
