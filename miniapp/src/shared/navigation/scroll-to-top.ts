import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** Brings the top of the page into sight. */
export const toTop = () => {
  // A platform that cannot scroll a page leaves it where it is.
  Taro.nextTick(() => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined))
}

/** What takes the place of a longer page that was scrolled begins at its top. */
export const useFromTop = () => useEffect(toTop, [])
