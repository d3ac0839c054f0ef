import { addToConsultation, cancelConsultation, thankAdviser } from '@linli/contracts/consultations'
import { useWrite } from '../../shared/http/use-write'

export const useAdd = (done: () => void) => useWrite(addToConsultation, { done })
export const useThank = (done: () => void) => useWrite(thankAdviser, { done })
export const useWithdraw = (done: () => void) => useWrite(cancelConsultation, { done })
