import { cancelBooking, supplementBooking } from '@linli/contracts/bookings'
import { getCase, listMyCases } from '@linli/contracts/cases'
import { leaveLine } from '@linli/contracts/line'
import { cancelEnrolment } from '@linli/contracts/enrolments'
import { outbox } from '../../shared/http/outbox'
import { useSignal } from '../../shared/app-state/signal'
import { useAnswer, usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'
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
  useWrite(cancelBooking, { ...options, queueAs: () => casesText.queued.cancel })
export const useCancelEnrolment = (options: Options) =>
  useWrite(cancelEnrolment, { ...options, queueAs: () => casesText.queued.withdraw })
export const useLeaveLine = (options: Options) =>
  useWrite(leaveLine, { ...options, queueAs: () => casesText.queued.leave })
export const useSupplement = (options: Options) =>
  useWrite(supplementBooking, { ...options, queueAs: () => casesText.queued.supplement })

const queueable = {
  cancel: cancelBooking.path,
  withdraw: cancelEnrolment.path,
  leave: leaveLine.path,
  supplement: supplementBooking.path,
}
type Queueable = keyof typeof queueable

/** What has been asked for this case without a network and is still to be sent. */
export function useWaiting(id: string): Queueable[] {
  const paths = useSignal(outbox)
    .filter(({ given, refused }) => refused === null && isAbout(given, id))
    .map(({ endpoint }) => endpoint.path)
  return (['cancel', 'withdraw', 'leave', 'supplement'] as const).filter((action) =>
    paths.includes(queueable[action]),
  )
}

const isAbout = (given: unknown, id: string) =>
  (given as { params?: { id?: unknown } } | null)?.params?.id === id
