import { useDidShow } from '@tarojs/taro'
import { useEffect, useReducer } from 'react'
import { untilNextTick } from './clock'

/**
 * The service's present, counted on from its last answer: whatever the device's own clock says, the button turns live
 * when the service's does. The answer's way here makes it a little late, never early.
 * @param said the service's clock in its answer @param heardAt the device's when it came @param opensAt what is counted to
 */
export function useServerClock(said: string, heardAt: number, opensAt: string): number {
  const [, tick] = useReducer((n: number) => n + 1, 0)
  const now = Date.now() + (Date.parse(said) - heardAt)
  useEffect(() => {
    const timer = setTimeout(tick, untilNextTick(now, Date.parse(opensAt)))
    return () => clearTimeout(timer)
  })
  // Timers sleep while the page is not looked at.
  useDidShow(tick)
  return now
}
