import { QueryClient, focusManager, onlineManager } from '@tanstack/react-query'
import { online } from '../device/network'
import { whenSessionEnds } from '../session/session'
import { forgetStoredAnswers } from './stored-answers'

export const queryClient = new QueryClient({
  defaultOptions: {
    // Mini-programs have no navigator.onLine; `call` says itself when there is no network, and repeats by itself.
    queries: {
      networkMode: 'always',
      // Left out, it would follow networkMode and never ask again.
      refetchOnReconnect: true,
      retry: false,
      staleTime: 15_000,
      gcTime: 600_000,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Mini-programs have neither window focus nor its events: the app says when it is looked at. */
export const lookedAt = (yes: boolean) => focusManager.setFocused(yes)

export function connectQueries() {
  onlineManager.setEventListener((setOnline) => online.subscribe(() => setOnline(online.get())))
  whenSessionEnds((wipe) => {
    if (wipe) forgetStoredAnswers()
    queryClient.clear()
  })
}
