import type { CodeKey } from '@linli/contracts/signups'
import { useEffect, useReducer } from 'react'
import { codeIn, slotMs, slotOf } from './code'

/** The code of this half minute by the service's clock, whatever this device's says, and how long it still stands. */
export function useCode({ key, now }: CodeKey, heardAt: number) {
  const [, tick] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [])
  const clock = () => Date.now() + (Date.parse(now) - heardAt)
  const at = clock()
  return { clock, code: codeIn(key, slotOf(at)), seconds: Math.ceil((slotMs - (at % slotMs)) / 1000) }
}
