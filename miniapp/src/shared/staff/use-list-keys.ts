import { useState } from 'react'
import { useKeys } from './use-keys'

/** A list beside its detail: j and k mark the next and the one before, Enter opens what is marked. */
export function useListKeys(ids: readonly string[]) {
  const [marked, setMarked] = useState<string | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const walk = (step: number) => {
    const here = ids.findIndex((id) => id === marked)
    const next = ids[Math.max(0, Math.min(ids.length - 1, here + step))]
    if (next !== undefined) setMarked(next)
  }
  const choose = (id: string) => {
    setMarked(id)
    setOpened(id)
  }
  useKeys({ j: () => walk(1), k: () => walk(-1), Enter: () => marked !== null && choose(marked) })
  return { marked, opened, choose }
}
