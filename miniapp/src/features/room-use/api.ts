import { exportRoomUse, readRoomUse } from '@linli/contracts/room-use'
import { useAnswer, useLook } from '../../shared/http/use-answer'

export interface Asked {
  from: string
  to: string
  facility?: string
  room?: string
}

export const useRoomUse = (division: string, asked: Asked) =>
  useAnswer(readRoomUse, { params: { division }, query: { ...asked } })

export const useUseFile = () => useLook(exportRoomUse)
