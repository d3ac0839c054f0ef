import { QueryClientProvider } from '@tanstack/react-query'
import { useDidHide, useDidShow, usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { faces } from './faces'
import { deploymentFaces } from './shared/cases/deployment-faces'
import { knowFaces } from './shared/cases/faces'
import { replaceWith } from './shared/navigation/navigate'
import { watchDark } from './shared/device/dark'
import { online, watchNetwork } from './shared/device/network'
import { prefetchPages } from './shared/navigation/prefetch-pages'
import { watchBack } from './shared/navigation/sheet-history'
import { watchOtherTabs } from './shared/session/other-tabs'
import { connectOutbox, sendOutbox } from './shared/http/outbox'
import { tidy } from './shared/session/tidy'
import { pages } from './shared/navigation/pages'
import { connectQueries, lookedAt, queryClient } from './shared/http/query-client'
import { openShortLink } from './shared/navigation/short-link'
import { watchPrivacy } from './shared/device/wechat-privacy'

knowFaces([...faces, ...deploymentFaces()])
openShortLink()
watchBack()
watchDark()
watchNetwork()
watchPrivacy()
prefetchPages()
watchOtherTabs()
connectQueries()
connectOutbox()
online.subscribe(tidy)
tidy()

export default function App({ children }: PropsWithChildren) {
  useDidShow(() => {
    lookedAt(true)
    void sendOutbox()
    tidy()
  })
  useDidHide(() => lookedAt(false))
  usePageNotFound(() => replaceWith(pages.notFound))
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
