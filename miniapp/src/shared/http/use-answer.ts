import {
  type QueryKey,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import type { Endpoint } from '@linli/contracts/endpoint'
import { useDidShow } from '@tarojs/taro'
import { call } from './call'
import { storeAnswer, storedAnswer } from './stored-answers'
import type { ProblemError } from './problem'
import { queryClient } from './query-client'
import type { Input, Reply } from './request'
import { currentSession, useSession } from '../session/session'

interface Options {
  enabled?: boolean
  /** Keep the answer on the device and show it at once next time, with its age. */
  keep?: boolean
  refetchEvery?: number
  /** It does not change while the app is open: it is asked for once, also where it was refused. */
  once?: boolean
}

/**
 * Names an answer, by whose it is: what one person was answered is never shown to the next. Everything about one noun
 * can be refreshed by the start of its path.
 */
export const answerKey = (e: Endpoint, given: unknown) =>
  [e.path.split('/')[1], e.path, given, currentSession()?.me.id ?? null] as const

/**
 * A page that lay behind others, as tab pages always do, asks again when it is shown for what has grown old meanwhile.
 * Shown for the first time it is asking already, and is not asked twice.
 */
function useFreshWhenShown(queryKey: QueryKey, once = false) {
  useDidShow(() => void (once ? undefined : askAgain(queryKey)))
}

/** When what is being asked for was begun, by the name of the answer. */
const begun = new Map<string, number>()
/** Later than any single request is waited for. */
const hungMs = 15_000

/** A fetch that got lost while the phone slept does not stand in the way of the next one. */
async function askAgain(queryKey: QueryKey) {
  const since = begun.get(JSON.stringify(queryKey))
  if (since !== undefined && Date.now() - since > hungMs)
    await queryClient.cancelQueries({ queryKey, exact: true })
  const old = { queryKey, exact: true, type: 'active', stale: true } as const
  await queryClient.refetchQueries(old, { cancelRefetch: false })
}

/** Asks, and notes since when. */
async function noted<T>(name: string, asking: Promise<T>): Promise<T> {
  const at = Date.now()
  begun.set(name, at)
  try {
    return await asking
  } finally {
    if (begun.get(name) === at) begun.delete(name)
  }
}

const asksOnce = {
  staleTime: Infinity,
  retryOnMount: false,
  refetchOnReconnect: false,
  refetchOnWindowFocus: false,
} as const

/** What the service answers to a read, followed by the page. */
export function useAnswer<E extends Endpoint>(e: E, given: Input<E>, options: Options = {}) {
  useSession()
  const key = answerKey(e, given)
  const name = JSON.stringify(key)
  const kept = options.keep === true && options.enabled !== false ? storedAnswer(name) : null
  useFreshWhenShown(key, options.once)
  return useQuery<Reply<E>, ProblemError>({
    queryKey: key,
    enabled: options.enabled ?? true,
    refetchInterval: options.refetchEvery ?? false,
    ...(options.once === true ? asksOnce : {}),
    async queryFn() {
      const answer = await noted(name, call(e, given))
      if (options.keep === true) storeAnswer(name, answer)
      return answer
    },
    // What was kept fills the page until the answer of now is there; however young, it never stands for it.
    ...(kept === null
      ? {}
      : { initialData: kept.answer as Reply<E>, initialDataUpdatedAt: kept.at, refetchOnMount: 'always' }),
  } as const) as UseQueryResult<Reply<E>, ProblemError>
}

/** A read that only a tap makes, once each time and kept nowhere: for what leaves a record. */
export function useLook<E extends Endpoint>(e: E) {
  return useMutation<Reply<E>, ProblemError, Input<E>>({ mutationFn: (given) => call(e, given), gcTime: 0 })
}

interface Paged {
  next: string | null
}

/** A list that comes page by page; `given(cursor)` makes the request for one page. */
export function usePages<E extends Endpoint>(
  e: E,
  given: (cursor: string | undefined) => Input<E>,
  keep = false,
  refetchEvery?: number,
) {
  useSession()
  const key = ['pages', ...answerKey(e, given(undefined))] as const
  const name = JSON.stringify(key)
  const kept = keep ? storedAnswer(name) : null
  type Page = Reply<E> & Paged
  useFreshWhenShown(key)
  return useInfiniteQuery({
    queryKey: key,
    refetchInterval: refetchEvery ?? false,
    initialPageParam: undefined as string | undefined,
    async queryFn({ pageParam }) {
      const page = (await noted(name, call(e, given(pageParam)))) as Page
      if (keep && pageParam === undefined) storeAnswer(name, page)
      return page
    },
    getNextPageParam: (last: Page) => last.next ?? undefined,
    ...(kept === null
      ? {}
      : {
          initialData: { pages: [kept.answer as Page], pageParams: [undefined] },
          initialDataUpdatedAt: kept.at,
          refetchOnMount: 'always' as const,
        }),
  })
}
