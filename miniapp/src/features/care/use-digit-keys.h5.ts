import { useEffect, useRef } from 'react'

/** Digits and Backspace of a keyboard, wherever the focus is; not while something is typed. */
export function useDigitKeys(press: (key: string) => void) {
  const now = useRef(press)
  now.current = press
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input,textarea')
      if (typing || event.metaKey || event.ctrlKey || event.altKey) return
      if (!/^\d$/.test(event.key) && event.key !== 'Backspace') return
      event.preventDefault()
      now.current(event.key)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
