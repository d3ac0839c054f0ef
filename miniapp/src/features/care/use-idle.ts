import { useDidHide, useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/** A mini-program is told when it was put aside, and for how long. */
export function useIdle(ms: number, then: () => void) {
  const hidden = useRef<number | null>(null)
  useDidHide(() => void (hidden.current = Date.now()))
  useDidShow(() => {
    if (hidden.current !== null && Date.now() - hidden.current >= ms) then()
    hidden.current = null
  })
}
