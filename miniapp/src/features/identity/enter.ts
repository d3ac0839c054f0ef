import type { SignedIn } from '@linli/contracts/identity'
import Taro from '@tarojs/taro'
import { keepCommunity } from '../../shared/community'
import { followMode } from '../../shared/mode'
import { goTab } from '../../shared/navigate'
import { queryClient } from '../../shared/query-client'
import { sendOutbox } from '../../shared/outbox'
import { tabs, pages } from '../../shared/pages'
import { beginSession } from '../../shared/session'

/** Where to go after signing in; set by the sign-in page from its address. */
let returnTo: string | null = null
export const goAfterwardsTo = (url: string | null) => {
  returnTo = url
}

/** Begins the session and goes on to where the person was going. */
export function enter(answer: SignedIn) {
  beginSession(answer)
  followMode(answer.me.id, answer.me.elderMode)
  if (answer.me.community !== null) keepCommunity(answer.me.community)
  void queryClient.invalidateQueries()
  void sendOutbox()
  const tab = tabs.find((one) => pages[one] === returnTo) ?? (returnTo === null ? 'home' : null)
  if (tab !== null) goTab(tab)
  else if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.redirectTo({ url: returnTo ?? pages.home })
}
