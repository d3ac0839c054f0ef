import Taro from '@tarojs/taro'
import { type Tab, pages } from './pages'

/** A mini-program opens no more pages on top of each other; one too many would fail without a word. */
const mostPages = 10
const isFull = () => process.env.TARO_ENV !== 'h5' && Taro.getCurrentPages().length >= mostPages

/** With the stack full, the new page takes the place of the one on top. */
export const go = (url: string) => void (isFull() ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }))
export const replaceWith = (url: string) => void Taro.redirectTo({ url })

/** The tab bar is the system's own in a mini-program and ours in a browser. */
export function goTab(tab: Tab) {
  const url = pages[tab]
  void (process.env.TARO_ENV === 'h5' ? Taro.reLaunch({ url }) : Taro.switchTab({ url }))
}

/** To where the person came from; from a link opened directly, home. */
export function back() {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else goTab('home')
}
