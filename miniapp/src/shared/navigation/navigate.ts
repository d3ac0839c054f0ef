import Taro from '@tarojs/taro'
import { onceSheetsAreGone, pageMoved } from './sheet-history'
import { type Tab, pages } from './pages'

/** A mini-program opens no more pages on top of each other; one too many would fail without a word. */
const mostPages = 10
const isFull = () => process.env.TARO_ENV !== 'h5' && Taro.getCurrentPages().length >= mostPages

/** The page with its open sheets is left for good. */
const leaveFor = (move: () => unknown) =>
  onceSheetsAreGone(() => {
    move()
    pageMoved()
  })

/** With the stack full, the new page takes the place of the one on top. */
export function go(url: string) {
  if (isFull()) return replaceWith(url)
  void Taro.navigateTo({ url })
  pageMoved()
}
export const replaceWith = (url: string) => leaveFor(() => Taro.redirectTo({ url }))

/** The tab bar is the system's own in a mini-program and ours in a browser. */
export function goTab(tab: Tab) {
  const url = pages[tab]
  leaveFor(() => (process.env.TARO_ENV === 'h5' ? Taro.reLaunch({ url }) : Taro.switchTab({ url })))
}

/** To where the person came from; from a link opened directly, home. */
export function back() {
  if (Taro.getCurrentPages().length > 1) leaveFor(() => Taro.navigateBack())
  else goTab('home')
}
