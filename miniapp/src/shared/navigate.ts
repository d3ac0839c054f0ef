import Taro from '@tarojs/taro'
import { type Tab, pages } from './pages'

export const go = (url: string) => void Taro.navigateTo({ url })
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
