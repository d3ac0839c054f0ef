import {
  arrangeNeed,
  fileNeed,
  needMet,
  needUnmet,
  readNeed,
  rearrangeNeed,
  requestNeed,
} from '@linli/contracts/needs'
import { useLook } from '../../shared/http/use-answer'
import { useTaggedWrite } from '../../shared/http/use-tagged-write'
import { useWrite } from '../../shared/http/use-write'

/** What it is about, where, and who comes are not kept on the device. */
export const useRequestNeed = (done: (made: { id: string }) => void) => useTaggedWrite(requestNeed, done)
export const useFileNeed = (done: (made: { id: string }) => void) => useTaggedWrite(fileNeed, done)
export const useArrange = (done: () => void) => useTaggedWrite(arrangeNeed, done)
export const useRearrange = (done: () => void) => useTaggedWrite(rearrangeNeed, done)
export const useNeedWords = () => useLook(readNeed)
export const useMet = (done: () => void) => useWrite(needMet, { done })
export const useUnmet = (done: () => void) => useTaggedWrite(needUnmet, done)
