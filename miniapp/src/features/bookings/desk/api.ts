import { refuseBooking, rescheduleBooking } from '@linli/contracts/bookings'
import { getCommunityDay } from '@linli/contracts/room-days'
import { getRoom, listRoomDays } from '@linli/contracts/rooms'
import { useAnswer } from '../../../shared/http/use-answer'
import { useWrite } from '../../../shared/http/use-write'

export const useRoomDay = (id: string, day: string) =>
  useAnswer(listRoomDays, { params: { id }, query: { from: day, days: '1' } })
export const useRoomsThere = (code: string, day: string) =>
  useAnswer(getCommunityDay, { params: { code, day } })
export const useRefuse = (done: () => void) => useWrite(refuseBooking, { done })
export const useRoomRules = (id: string) => useAnswer(getRoom, { params: { id } }).data?.policy
export const useReschedule = (done: () => void) => useWrite(rescheduleBooking, { done })
