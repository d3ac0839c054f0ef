import type { BookingDetail } from '@linli/contracts/booking-case'
import { refuseBooking, rescheduleBooking } from '@linli/contracts/bookings'
import { getCommunityDay } from '@linli/contracts/room-days'
import { searchRooms } from '@linli/contracts/room-search'
import { getRoom, listRoomDays, purpose } from '@linli/contracts/rooms'
import { clockOf, dayOf, minuteInDay } from '../../../shared/time/shanghai'
import { useAnswer } from '../../../shared/http/use-answer'
import { useWrite } from '../../../shared/http/use-write'

export const useRoomDay = (id: string, day: string) =>
  useAnswer(listRoomDays, { params: { id }, query: { from: day, days: '1' } })
export const useRoomsThere = (code: string, day: string) =>
  useAnswer(getCommunityDay, { params: { code, day } })

/** The community's rooms that whoever asked for this use would be given for it by one tap. */
export function useRoomsFor({ community, startsAt, endsAt, facts }: BookingDetail) {
  const day = dayOf(startsAt)
  const at = (instant: string) => clockOf(minuteInDay(day, instant))
  const use = purpose.options.find((each) => each === facts.purpose)
  const query = { community, day, from: at(startsAt), to: at(endsAt), people: String(facts.attendees) }
  const found = useAnswer(searchRooms, { query: { ...query, ...(use !== undefined && { purpose: use }) } })
  return found.data?.rooms.filter((room) => room.fit === 'fits' && room.community === community) ?? []
}

export const useRefuse = (done: () => void) => useWrite(refuseBooking, { done })
export const useRoomRules = (id: string) => useAnswer(getRoom, { params: { id } }).data?.policy
export const useReschedule = (done: () => void) => useWrite(rescheduleBooking, { done })
