import { useCallback, useEffect, useRef, useState } from 'react'
import { forget } from '../device/storage'
import type { Turn } from '../files/entries'
import { letGo } from '../files/let-go'
import { endOf, keepDraft, readDraft } from '../session/drafts'
import { useMe } from '../session/session'
import { useNow } from '../time/use-now'
import { wipes } from './wipe'

interface Filed {
  /** Ids of pictures that were handed in. */
  files: string[]
}

/**
 * A draft that survives a reload and a lost network, for whoever wrote it, until its end. A page that is left writes no
 * more into it: an upload that ends later would bring back what was wiped.
 * @param empty the same at every drawing @param isEmpty of what need not be kept
 */
export function useKeptDraft<T extends Filed>(name: string, empty: T, isEmpty: (draft: T) => boolean) {
  const owner = useMe()?.id ?? null
  const [first] = useState(() => readDraft<T>(name, owner, Date.now()))
  const [draft, setDraft] = useState<T>(() => ({ ...empty, ...first?.draft }))
  // Pictures arrive while somebody writes: each part is put into what there is by then.
  const now = useRef(draft)
  const touched = useRef(first?.at ?? Date.now())
  const isAlive = useAlive()
  const put = useCallback(
    (part: Partial<T>) => {
      if (!isAlive()) return false
      now.current = { ...now.current, ...part }
      touched.current = Date.now()
      if (isEmpty(now.current)) forget(name)
      else keepDraft(name, now.current, owner, touched.current)
      setDraft(now.current)
      return true
    },
    [name, owner, isAlive, isEmpty],
  )
  const attach = useCallback((turn: Turn) => put({ files: turn(now.current.files) } as Partial<T>), [put])
  const clock = useNow()
  useEffect(() => {
    if (!isEmpty(now.current) && endOf(owner, touched.current) <= clock) put(empty)
  }, [clock, owner, put, empty, isEmpty])
  const giveUp = () => {
    void letGo(now.current.files)
    put(empty)
  }
  return { draft, put, attach, giveUp }
}

/** Until the page is left, or wiped. */
function useAlive(): () => boolean {
  const here = useRef(true)
  const [wiped] = useState(wipes)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  return useCallback(() => here.current && wipes() === wiped, [wiped])
}
