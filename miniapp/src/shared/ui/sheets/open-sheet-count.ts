import { useEffect } from 'react'
import { signal } from '../../app-state/signal'

/** How many sheets are over the page: what is said meanwhile stands at the top, where it covers none of them. */
export const sheetsShown = signal(0)

export function useSheetShown() {
  useEffect(() => {
    sheetsShown.set(sheetsShown.get() + 1)
    return () => sheetsShown.set(sheetsShown.get() - 1)
  }, [])
}
