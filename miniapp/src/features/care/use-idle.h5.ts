import { useEffect, useRef } from 'react'

const signs = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

/** Calls `then` once nobody has touched the page for so long; a device that slept counts its sleep. */
export function useIdle(ms: number, then: () => void) {
  const now = useRef(then)
  now.current = then
  useEffect(() => {
    let last = Date.now()
    const touched = () => void (last = Date.now())
    const look = () => Date.now() - last >= ms && now.current()
    const timer = setInterval(look, 1_000)
    for (const sign of signs) document.addEventListener(sign, touched, { passive: true, capture: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const sign of signs) document.removeEventListener(sign, touched, { capture: true })
      document.removeEventListener('visibilitychange', look)
    }
  }, [ms])
}
