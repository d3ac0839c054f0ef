import { useLayoutEffect, useRef, useState } from 'react'
import { moved, type Window, windowAt } from './window'

/** Which of many rows of one height are in sight, in the box that scrolls or on the page: only these are drawn. */
export function useWindow(count: number) {
  const ref = useRef<HTMLElement>(null)
  const [shown, setShown] = useState<Window>({ from: 0, to: 6 })
  useLayoutEffect(() => {
    let asked = 0
    const look = () => {
      asked = 0
      const box = ref.current?.getBoundingClientRect()
      // A page behind another has no height, and keeps what it shows.
      if (box === undefined || box.height === 0 || count === 0) return
      const now = windowAt(-box.top, window.innerHeight, box.height / count, 6)
      setShown((was) => moved(was, now))
    }
    const soon = () => {
      if (asked === 0) asked = requestAnimationFrame(look)
    }
    look()
    // Whichever element scrolls: its events do not bubble.
    document.addEventListener('scroll', soon, { capture: true, passive: true })
    window.addEventListener('resize', soon)
    return () => {
      cancelAnimationFrame(asked)
      document.removeEventListener('scroll', soon, { capture: true })
      window.removeEventListener('resize', soon)
    }
  }, [count])
  const isDrawn = (band: number) => band >= shown.from && band < shown.to
  return { rows: { innerRef: ref } as object, scrolls: {}, isDrawn }
}
