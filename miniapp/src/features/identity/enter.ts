import type { SignedIn } from '@linli/contracts/identity'
import Taro from '@tarojs/taro'
import { keepCommunity } from '../../shared/app-state/community'
import { followMode } from '../../shared/app-state/display-mode'
import { back, goTab, replaceWith } from '../../shared/navigation/navigate'
import { queryClient } from '../../shared/http/query-client'
import { sendOutbox } from '../../shared/http/outbox'
import { sendQuiet } from '../../shared/http/quiet-writes'
import { tabs, pages } from '../../shared/navigation/pages'
import { shownAddress } from '../../shared/navigation/pretty-path'
import { settleDrafts } from '../../shared/session/drafts'
import { beginSession } from '../../shared/session/session'
import { say } from '../../shared/ui/page/say'
import { identityText } from './text'

/** Where to go after signing in; set by the sign-in page from its address. */
let returnTo: string | null = null
export const goAfterwardsTo = (url: string | null) => {
  returnTo = url
}

/** Begins the session and goes on to where the person was going. */
export function enter(answer: SignedIn) {
  beginSession(answer)
  settleDrafts(answer.me.id, Date.now())
  if (answer.stayed === true) say(identityText.stayed)
  followMode(answer.me.id, answer.me.elderMode)
  if (answer.me.community !== null) keepCommunity(answer.me.community)
  void queryClient.invalidateQueries()
  void sendOutbox()
  void sendQuiet()
  const tab = tabs.find((one) => shownAddress(pages[one]) === returnTo) ?? (returnTo === null ? 'home' : null)
  if (tab !== null) goTab(tab)
  else if (cameFrom(returnTo)) back()
  else replaceWith(returnTo ?? pages.home)
}

/** Does the page to return to lie below this one? With a full stack, sign-in took its place. */
function cameFrom(url: string | null) {
  const stack = Taro.getCurrentPages()
  const below = stack[stack.length - 2]
  if (process.env.TARO_ENV === 'h5') return below !== undefined
  return below?.route !== undefined && `/${below.route}` === url?.split('?')[0]
}
