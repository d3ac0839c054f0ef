import { useEffect } from 'react'

/** A field that has just become the next step comes into sight. */
export function useShowField(id: string, next: boolean) {
  useEffect(() => {
    if (next) document.getElementById(id)?.scrollIntoView({ block: 'center' })
  }, [id, next])
}
