import { arrangeNeed, readNeed, requestNeed } from '@linli/contracts/needs'
import { useLook } from '../../shared/http/use-answer'
import { useTaggedWrite } from '../../shared/http/use-tagged-write'

/** What it is about, where, and who comes are not kept on the device. */
export const useRequestNeed = (done: (made: { id: string }) => void) => useTaggedWrite(requestNeed, done)
export const useArrange = (done: () => void) => useTaggedWrite(arrangeNeed, done)
export const useNeedWords = () => useLook(readNeed)
