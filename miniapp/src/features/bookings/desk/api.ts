import { refuseBooking } from '@linli/contracts/bookings'
import { getCommunityDay } from '@linli/contracts/room-days'
import { listRoomDays } from '@linli/contracts/rooms'
import { useAnswer } from '../../../shared/http/use-answer'
import { useWrite } from '../../../shared/http/use-write'

export const useRoomDay = (id: string, day: string) =>
  useAnswer(listRoomDays, { params: { id }, query: { from: day, days: '1' } })
export const useRoomsThere = (code: string, day: string) =>
  useAnswer(getCommunityDay, { params: { code, day } })
export const useRefuse = (done: () => void) => useWrite(refuseBooking, { done })
