import { addClosure, listClosures, removeClosure } from '@linli/contracts/closures'
import { getRoom, listRoomDays, listRooms } from '@linli/contracts/rooms'
import type { Purpose } from '@linli/contracts/rooms'
import { useAnswer, usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

export interface RoomFilters {
  purpose: Purpose | null
  capacity: number | null
  stepFree: boolean
  day: string | null
}

export const useRooms = (community: string, filters: RoomFilters) =>
  usePages(
    listRooms,
    (cursor) => ({
      query: {
        community,
        purpose: filters.purpose ?? undefined,
        capacity: filters.capacity === null ? undefined : String(filters.capacity),
        stepFree: filters.stepFree ? ('true' as const) : undefined,
        day: filters.day ?? undefined,
        cursor,
      },
    }),
    true,
  )

export const useRoom = (id: string) => useAnswer(getRoom, { params: { id } }, { keep: true })
export const useRoomDays = (id: string) =>
  useAnswer(listRoomDays, { params: { id }, query: {} }, { keep: true })
export const useClosures = (id: string) => useAnswer(listClosures, { params: { id } })
export const useAddClosure = (done: () => void) => useWrite(addClosure, { done })
export const useRemoveClosure = (done: () => void) => useWrite(removeClosure, { done })
