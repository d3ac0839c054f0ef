import { useEffect } from 'react'

const focusable = 'input,textarea,button:not([tabindex="-1"])'

/** After a refusal that names fields the first of them comes into sight and has the focus. */
export function useShowFault(problem: unknown) {
  useEffect(() => {
    if (problem === null || problem === undefined) return
    // Pages behind this one stay in the document, without a place on the screen.
    const shown = Array.from(document.querySelectorAll<HTMLElement>('[aria-invalid=true]')).find(
      (one) => one.getClientRects().length > 0,
    )
    if (shown === undefined) return
    const target = shown.matches(focusable) ? shown : shown.querySelector<HTMLElement>(focusable)
    target?.focus({ preventScroll: true })
    shown.scrollIntoView({ block: 'center' })
  }, [problem])
}
