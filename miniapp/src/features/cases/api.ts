import { cancelBooking, supplementBooking } from '@linli/contracts/bookings'
import { getCase, listMyCases } from '@linli/contracts/cases'
import { useAnswer, usePages } from '../../shared/use-answer'
import { useWrite } from '../../shared/use-write'
import { casesText } from './text'

export type Shown = 'open' | 'done' | 'all'

export const useMyCases = (show: Shown) =>
  usePages(listMyCases, (cursor) => ({ query: { show, cursor } }), true)
export const useCase = (id: string) =>
  useAnswer(getCase, { params: { id } }, { keep: true, refetchEvery: 30_000, enabled: id !== '' })

interface Options {
  done: () => void
  queued: () => void
}
export const useCancel = (options: Options) =>
  useWrite(cancelBooking, { ...options, queueAs: () => casesText.queuedCancel })
export const useSupplement = (options: Options) =>
  useWrite(supplementBooking, { ...options, queueAs: () => casesText.queuedSupplement })
