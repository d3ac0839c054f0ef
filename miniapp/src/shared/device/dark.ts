import Taro from '@tarojs/taro'
import { signal } from '../app-state/signal'

/** Does the mini-program show its dark face? A browser's style sheets know by themselves. */
export const isDark = signal(false)

export function watchDark() {
  if (process.env.TARO_ENV !== 'weapp') return
  isDark.set((Taro.getAppBaseInfo() as { theme?: string }).theme === 'dark')
  try {
    Taro.onThemeChange(({ theme }) => isDark.set(theme === 'dark'))
  } catch {
    // Missing on old platforms.
  }
}
