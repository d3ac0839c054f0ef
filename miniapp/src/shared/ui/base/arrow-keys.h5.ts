import type { KeyboardEvent } from 'react'

const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** Arrow keys, Home and End move the focus within a group, which then is one stop of the Tab key. */
export const arrowKeys = {
  onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const taps = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('button:not([aria-disabled])'))
    const here = taps.findIndex((tap) => tap === document.activeElement)
    const step = steps[event.key]
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? taps.length - 1
          : step === undefined
            ? null
            : here + step
    if (next === null || here < 0) return
    event.preventDefault()
    taps[Math.max(0, Math.min(taps.length - 1, next))]?.focus()
  },
}
