import { supplementBooking } from '@linli/contracts/bookings'
import { useWrite } from '../../../shared/http/use-write'
import { caseText } from './text'

interface Options {
  done: () => void
  queued: () => void
}

export const useSupplement = (options: Options) =>
  useWrite(supplementBooking, { ...options, queueAs: () => caseText.supplement })
