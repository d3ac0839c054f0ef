import { cancelBooking, supplementBooking } from '@linli/contracts/bookings'
import { getCase, listMyCases } from '@linli/contracts/cases'
import { outbox } from '../../shared/outbox'
import { useSignal } from '../../shared/signal'
import { useAnswer, usePages } from '../../shared/use-answer'
import { useWrite } from '../../shared/use-write'
import { casesText } from './text'

export type Shown = 'open' | 'done' | 'all'

export const useMyCases = (show: Shown) =>
  usePages(listMyCases, (cursor) => ({ query: { show, cursor } }), true)
export const useCase = (id: string) =>
  useAnswer(getCase, { params: { id } }, { keep: true, refetchEvery: 30_000 })

interface Options {
  done: () => void
  queued: () => void
}
export const useCancel = (options: Options) =>
  useWrite(cancelBooking, { ...options, queueAs: () => casesText.queuedCancel })
export const useSupplement = (options: Options) =>
  useWrite(supplementBooking, { ...options, queueAs: () => casesText.queuedSupplement })

const queueable = { cancel: cancelBooking.path, supplement: supplementBooking.path }
type Queueable = keyof typeof queueable

/** What has been asked for this case without a network and is still to be sent. */
export function useWaiting(id: string): Queueable[] {
  const paths = useSignal(outbox)
    .filter(({ given, refused }) => refused === null && isAbout(given, id))
    .map(({ endpoint }) => endpoint.path)
  return (['cancel', 'supplement'] as const).filter((action) => paths.includes(queueable[action]))
}

const isAbout = (given: unknown, id: string) =>
  (given as { params?: { id?: unknown } } | null)?.params?.id === id
