import { cancelSeries } from '@linli/contracts/booking-series'
import { requestBooking, supplementBooking } from '@linli/contracts/bookings'
import { getRoom } from '@linli/contracts/rooms'
import { useAnswer } from '../../../shared/http/use-answer'
import { useWrite } from '../../../shared/http/use-write'
import { caseText } from './text'

interface Options {
  done: () => void
  queued: () => void
}

export const useSupplement = (options: Options) =>
  useWrite(supplementBooking, { ...options, queueAs: () => caseText.supplement })
export const useRoomCalled = (id: string) => useAnswer(getRoom, { params: { id } }, { keep: true })
export const useTakeRoom = (done: (booked: { id: string }) => void) => useWrite(requestBooking, { done })
export const useCancelSeries = (done: (made: { cancelled: number }) => void) =>
  useWrite(cancelSeries, { done })
