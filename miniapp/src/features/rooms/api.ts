import { fileBooking } from '@linli/contracts/bookings'
import { giveBack, listClosures, removeClosure, removeClosureSeries } from '@linli/contracts/closures'
import { keepFavourite, listFavourites } from '@linli/contracts/favourite-rooms'
import { getCommunityDay } from '@linli/contracts/room-days'
import { getFacility, getRoomPlan } from '@linli/contracts/room-desk'
import { searchRooms } from '@linli/contracts/room-search'
import { getRoom, listRoomDays } from '@linli/contracts/rooms'
import { useAnswer, usePages } from '../../shared/http/use-answer'
import { useTaggedWrite } from '../../shared/http/use-tagged-write'
import { useWrite } from '../../shared/http/use-write'
import { useSession } from '../../shared/session/session'
import { type Question, toQuery } from './question'

export const useFoundRooms = (community: string, question: Question) =>
  usePages(searchRooms, (cursor) => ({ query: { community, ...toQuery(question), cursor } }), true)

export const useRoom = (id: string) => useAnswer(getRoom, { params: { id } }, { keep: true })
export const useRoomDays = (id: string) =>
  useAnswer(listRoomDays, { params: { id }, query: {} }, { keep: true })
export const useFavourites = (enabled: boolean) => useAnswer(listFavourites, {}, { enabled })
/** What stands above the list: it is waited for, so that nothing is moved by it. */
export function useMine() {
  const signedIn = useSession() !== null
  const { data, isError } = useFavourites(signedIn)
  return { data, isAwaited: signedIn && data === undefined && !isError }
}

export const useKeepFavourite = () => useWrite(keepFavourite)
export const useClosures = (id: string) => useAnswer(listClosures, { params: { id } })
export const useRemoveClosure = (done: () => void) => useWrite(removeClosure, { done })
export const useRoomsOf = (code: string, day: string) => useAnswer(getCommunityDay, { params: { code, day } })
/** Who it is for is not kept on the device. */
export const useFileBooking = (done: (made: { id: string }) => void) => useTaggedWrite(fileBooking, done)
export const useRemoveSeries = (done: (made: { removed: number }) => void) =>
  useWrite(removeClosureSeries, { done })
export const useGiveBack = (done: () => void) => useWrite(giveBack, { done })
/** The rooms of the building that one stands in, for those who run it. */
export function useRoomsBeside(roomId: string) {
  const plan = useAnswer(getRoomPlan, { params: { id: roomId } }).data
  const id = plan?.facility.id
  return useAnswer(getFacility, { params: { id: id ?? '' } }, { enabled: id !== undefined }).data?.facility
    .rooms
}
