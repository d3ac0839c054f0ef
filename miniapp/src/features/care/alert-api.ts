import { closeCareAlert, getCareAlert, handOnCareAlert, takeCareAlert } from '@linli/contracts/care-alerts'
import { useAnswer } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

/** Looked at again while it is open: the others see at once who has it. */
export const useAlert = (id: string, enabled: boolean) =>
  useAnswer(getCareAlert, { params: { id } }, { enabled, refetchEvery: 30_000 })
export const useTake = () => useWrite(takeCareAlert)
export const useHandOn = (done: () => void) => useWrite(handOnCareAlert, { done })
export const useClose = (done: () => void) => useWrite(closeCareAlert, { done })
