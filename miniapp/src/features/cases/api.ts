import { getCase, listMyCases } from '@linli/contracts/cases'
import { leaveLine } from '@linli/contracts/line'
import { outbox } from '../../shared/http/outbox'
import { useSignal } from '../../shared/app-state/signal'
import { useAnswer, usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'
import { lineText } from './line/text'

export type Shown = 'open' | 'done' | 'all'

export const useMyCases = (show: Shown) =>
  usePages(listMyCases, (cursor) => ({ query: { show, cursor } }), true)
export const useCase = (id: string) =>
  useAnswer(getCase, { params: { id } }, { keep: true, refetchEvery: 30_000 })

interface Options {
  done: () => void
  queued: () => void
}
export const useLeaveLine = (options: Options) =>
  useWrite(leaveLine, { ...options, queueAs: () => lineText.leave })

/** What has been asked for this case without a network and is still to be sent. */
export const useWaiting = (id: string) =>
  useSignal(outbox).filter(({ given, refused }) => refused === null && isAbout(given, id))

const isAbout = (given: unknown, id: string) =>
  (given as { params?: { id?: unknown } } | null)?.params?.id === id
