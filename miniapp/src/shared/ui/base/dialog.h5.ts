import { type RefObject, useEffect, useRef } from 'react'

const reachable = 'a[href],button:not([tabindex="-1"]),input,textarea'

/** Keeps the keyboard inside an open dialog, leaves by Escape, and gives the focus back to where it was. */
export function useDialog(onClose: () => void) {
  const root = useRef<HTMLElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => {
    const before = document.activeElement
    root.current?.querySelector<HTMLElement>('input,textarea,.sheet__body button')?.focus()
    const onKey = (event: KeyboardEvent) => {
      // Its page may lie behind another one.
      if (root.current?.getClientRects().length === 0) return
      if (event.key === 'Escape') close.current()
      if (event.key === 'Tab' && root.current !== null) keepInside(event, root.current)
    }
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return root
}

export const dialogProps = (root: RefObject<HTMLElement>) => ({ innerRef: root, 'aria-modal': true })

function keepInside(event: KeyboardEvent, root: HTMLElement) {
  const taps = Array.from(root.querySelectorAll<HTMLElement>(reachable))
  const first = taps[0]
  const last = taps[taps.length - 1]
  const outside = !root.contains(document.activeElement)
  if (event.shiftKey && (document.activeElement === first || outside)) {
    event.preventDefault()
    last?.focus()
  } else if (!event.shiftKey && (document.activeElement === last || outside)) {
    event.preventDefault()
    first?.focus()
  }
}
