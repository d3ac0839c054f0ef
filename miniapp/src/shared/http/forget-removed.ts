import type { Query } from '@tanstack/react-query'
import { queryClient } from './query-client'

/** What is no more is not asked for again: all else is, and its answers go, at the latest when their page is left. */
export function forgetRemoved(id: string) {
  const cache = queryClient.getQueryCache()
  const isOf = (query: Query) => query.queryHash.includes(id)
  const removeUnseen = () => {
    const left = cache.getAll().filter(isOf)
    for (const query of left) if (query.getObserversCount() === 0) cache.remove(query)
    return left.every((query) => query.getObserversCount() === 0)
  }
  void queryClient.invalidateQueries({ predicate: (query) => !isOf(query) })
  if (removeUnseen()) return
  const stop = cache.subscribe(({ type, query }) => {
    if (type === 'observerRemoved' && isOf(query) && removeUnseen()) stop()
  })
}
