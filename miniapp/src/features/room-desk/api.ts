import {
  addFacility,
  addRoom,
  checkRoom,
  editFacility,
  editRoom,
  getFacility,
  getRoomPlan,
  listFacilities,
  listRoomAhead,
  restoreRoom,
  retireRoom,
  type RoomHits,
  type RoomPlanned,
} from '@linli/contracts/room-desk'
import { listRoomChanges } from '@linli/contracts/room-changes'
import { readDoor, renewDoor } from '@linli/contracts/check-in'
import { arrangeRoomPhotos, removeRoomPhoto } from '@linli/contracts/room-photos'
import type { Reply } from '../../shared/http/request'
import { useAnswer, usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

export type Facility = Reply<typeof getFacility>

export const useFacilities = (division: string) =>
  usePages(listFacilities, (cursor) => ({ params: { division }, query: { cursor } }))
export const useFacility = (id: string, enabled: boolean) =>
  useAnswer(getFacility, { params: { id } }, { enabled })
export const useRoomPlan = (id: string, enabled: boolean) =>
  useAnswer(getRoomPlan, { params: { id } }, { enabled })
export const useAhead = (id: string) => useAnswer(listRoomAhead, { params: { id } })

export const useChanges = (id: string) =>
  usePages(listRoomChanges, (cursor) => ({ params: { id }, query: { cursor } }))

type Saved = Reply<typeof addFacility>
export const useAddFacility = (done: (saved: Saved) => void) => useWrite(addFacility, { done })
export const useEditFacility = (done: (saved: Saved) => void) => useWrite(editFacility, { done })
export const useAddRoom = (done: (saved: RoomPlanned) => void) => useWrite(addRoom, { done })
export const useCheckRoom = (done: (hits: RoomHits) => void) => useWrite(checkRoom, { done })
export const useEditRoom = (done: (saved: RoomPlanned) => void) => useWrite(editRoom, { done })
export const useArrangePhotos = (done: () => void) => useWrite(arrangeRoomPhotos, { done })
export const useRemovePhoto = (done: () => void) => useWrite(removeRoomPhoto, { done })
export const useRetire = (done: () => void) => useWrite(retireRoom, { done })
export const useRestore = (done: () => void) => useWrite(restoreRoom, { done })

export const useDoor = (id: string) => useAnswer(readDoor, { params: { id } })
export const useRenewDoor = (done: () => void) => useWrite(renewDoor, { done })
