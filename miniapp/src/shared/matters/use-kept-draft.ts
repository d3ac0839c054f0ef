import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { currentPerson, useMe } from '../session/session'
import { useNow } from '../time/use-now'
import { type Filed, openDraft } from './kept-draft'
import { lastLeft } from './wipe'

/**
 * A draft that survives a reload and a lost network, for whoever wrote it, until its end. A page that is left writes no
 * more into it: an upload that ends later would bring back what was wiped.
 * @param empty the same at every drawing @param isEmpty of what need not be kept
 */
export function useKeptDraft<T extends Filed>(name: string, empty: T, isEmpty: (draft: T) => boolean) {
  const owner = useMe()?.id ?? null
  const isAlive = useAlive(owner)
  const [, show] = useReducer((times: number) => times + 1, 0)
  const kept = useMemo(
    () => openDraft<T>({ name, owner, empty, isEmpty, isAlive, show }),
    [name, owner, empty, isEmpty, isAlive],
  )
  const clock = useNow()
  useEffect(() => kept.lookAt(clock), [kept, clock])
  return { ...kept, ...kept.now() }
}

/** Until the page is left, matters were left in any tab, or somebody else is signed in. */
function useAlive(owner: string | null): () => boolean {
  const here = useRef(true)
  const [left] = useState(lastLeft)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  return useCallback(() => here.current && lastLeft() === left && currentPerson() === owner, [left, owner])
}
