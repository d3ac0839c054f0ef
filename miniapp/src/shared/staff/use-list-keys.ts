import { useEffect, useRef, useState } from 'react'
import { useKeys } from './use-keys'

/**
 * A list beside its detail: j and k mark the next and the one before, Enter opens what is marked. What is decided leaves the
 * list, and the mark goes on from where it stood.
 */
export function useListKeys(ids: readonly string[]) {
  const [marked, setMarked] = useState<string | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const place = useRef(-1)
  const here = ids.findIndex((id) => id === marked)
  useEffect(() => {
    if (here >= 0) place.current = here
  }, [here])
  const walk = (step: number) => {
    // The one after what is gone has come to its place.
    const from = here >= 0 || place.current < 0 ? here : step > 0 ? place.current - 1 : place.current
    const next = ids[Math.max(0, Math.min(ids.length - 1, from + step))]
    if (next !== undefined) setMarked(next)
  }
  const choose = (id: string) => {
    setMarked(id)
    setOpened(id)
  }
  useKeys({ j: () => walk(1), k: () => walk(-1), Enter: () => marked !== null && choose(marked) })
  return { marked, opened, choose }
}
