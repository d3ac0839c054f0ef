import { addClosure, listClosures, removeClosure } from '@linli/contracts/closures'
import { searchRooms } from '@linli/contracts/room-search'
import { getRoom, listRoomDays } from '@linli/contracts/rooms'
import { useAnswer, usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'
import { type Question, toQuery } from './question'

export const useFoundRooms = (community: string, question: Question) =>
  usePages(searchRooms, (cursor) => ({ query: { community, ...toQuery(question), cursor } }), true)

export const useRoom = (id: string) => useAnswer(getRoom, { params: { id } }, { keep: true })
export const useRoomDays = (id: string) =>
  useAnswer(listRoomDays, { params: { id }, query: {} }, { keep: true })
export const useClosures = (id: string) => useAnswer(listClosures, { params: { id } })
export const useAddClosure = (done: () => void) => useWrite(addClosure, { done })
export const useRemoveClosure = (done: () => void) => useWrite(removeClosure, { done })
