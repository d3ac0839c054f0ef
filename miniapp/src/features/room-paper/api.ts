import { readBoard } from '@linli/contracts/board'
import { listDeskBookings } from '@linli/contracts/booking-desk'
import { exportBookings } from '@linli/contracts/booking-export'
import { listExportRecords } from '@linli/contracts/export-records'
import { getCase } from '@linli/contracts/cases'
import { readDoor } from '@linli/contracts/check-in'
import { getDivision } from '@linli/contracts/divisions'
import { getRoom } from '@linli/contracts/rooms'
import { useAnswer, useLook, usePages } from '../../shared/http/use-answer'

export const useRoom = (id: string) => useAnswer(getRoom, { params: { id } })
export const useDivision = (code: string) => useAnswer(getDivision, { params: { code } })
/** The code that hangs at the door, for those who run the room. */
export const useDoor = (id: string, enabled: boolean) => useAnswer(readDoor, { params: { id } }, { enabled })
/** All rooms of a division, as the board has them. */
export const useBoard = (division: string, from: string, days: number) =>
  useAnswer(readBoard, { params: { division }, query: { from, days: String(days) } })
/** What takes place, and who has asked; what came to nothing is left out. */
export const useDay = (division: string, day: string) =>
  usePages(listDeskBookings, (cursor) => ({
    params: { division },
    query: { show: 'standing' as const, day, cursor },
  }))
export const useCase = (id: string) => useAnswer(getCase, { params: { id } })
export const useExports = (division: string) =>
  usePages(listExportRecords, (cursor) => ({ params: { division }, query: { cursor } }))
/** One tap, one table. */
export const useBookingsFile = () => useLook(exportBookings)
