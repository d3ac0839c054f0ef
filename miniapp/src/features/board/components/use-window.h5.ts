import { useLayoutEffect, useRef, useState } from 'react'

/** Rows beyond the edges of the screen that are drawn all the same, and by how many the window moves at once. */
const [beyond, together] = [6, 4]

interface Window {
  from: number
  to: number
}

/** Which of many rows of one height are in sight: only these are drawn. */
export function useWindow(count: number) {
  const ref = useRef<HTMLElement>(null)
  const [shown, setShown] = useState<Window>({ from: 0, to: 24 })
  useLayoutEffect(() => {
    let asked = 0
    const look = () => {
      asked = 0
      const box = ref.current?.getBoundingClientRect()
      // A page behind another has no height, and keeps what it shows.
      if (box === undefined || box.height === 0 || count === 0) return
      const row = box.height / count
      const from = Math.floor((-box.top / row - beyond) / together) * together
      const to = Math.ceil(((window.innerHeight - box.top) / row + beyond) / together) * together
      setShown((was) => (was.from === from && was.to === to ? was : { from, to }))
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
  return { on: { innerRef: ref } as object, shown }
}
