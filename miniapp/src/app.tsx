import { QueryClientProvider } from '@tanstack/react-query'
import { useDidHide, useDidShow, usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { replaceWith } from './shared/navigate'
import { watchNetwork } from './shared/network'
import { fetchLaterPages } from './shared/later-pages'
import { watchBack } from './shared/open-sheets'
import { watchOtherTabs } from './shared/other-tabs'
import { connectOutbox, sendOutbox } from './shared/outbox'
import { pages } from './shared/pages'
import { connectQueries, lookedAt, queryClient } from './shared/query-client'
import { openShortLink } from './shared/short-link'
import { watchPrivacy } from './shared/wechat-privacy'

openShortLink()
watchBack()
watchNetwork()
watchPrivacy()
fetchLaterPages()
watchOtherTabs()
connectQueries()
connectOutbox()

export default function App({ children }: PropsWithChildren) {
  useDidShow(() => {
    lookedAt(true)
    void sendOutbox()
  })
  useDidHide(() => lookedAt(false))
  usePageNotFound(() => replaceWith(pages.notFound))
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
