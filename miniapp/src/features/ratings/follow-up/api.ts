import { disclose, giveVerdict } from '@linli/contracts/follow-ups'
import { useWrite } from '../../../shared/http/use-write'

export const useVerdict = (done: () => void) => useWrite(giveVerdict, { done })
export const useDisclose = (done: () => void) => useWrite(disclose, { done })
