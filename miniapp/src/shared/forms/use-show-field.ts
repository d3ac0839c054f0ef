import Taro from '@tarojs/taro'
import { useEffect } from 'react'

/** A field that has just become the next step comes into sight, below the head. */
export function useShowField(id: string, next: boolean) {
  useEffect(() => {
    if (!next) return
    // A platform that cannot scroll a page leaves it where it is.
    Taro.nextTick(
      () =>
        void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -120, duration: 0 }).catch(() => undefined),
    )
  }, [id, next])
}
