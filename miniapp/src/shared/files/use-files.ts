import { type File, listFiles, removeFile } from '@linli/contracts/files'
import { useCallback, useEffect, useRef, useState } from 'react'
import { uuid } from '../device/uuid'
import { call } from '../http/call'
import { localProblem, ProblemError } from '../http/problem'
import type { Picked } from './picked'
import { upload } from './upload'

/** One of the list: on its way, failed with a sentence, or there. */
export interface Entry {
  key: string
  picked: Picked | null
  percent: number
  sentence: string | null
  file: File | null
}

const begun = (picked: Picked): Entry => ({ key: uuid(), picked, percent: 0, sentence: null, file: null })
const kept = (file: File): Entry => ({ key: file.id, picked: null, percent: 100, sentence: null, file })

/**
 * Files that wait to be sent with something. The draft keeps their ids, so that they are there again after a reload;
 * what was on its way then has to be chosen again.
 * @param ids of the draft @param keep puts new ones into it
 */
export function useFiles(purpose: string, ids: readonly string[], keep: (ids: string[]) => void) {
  const [entries, setEntries] = useState<Entry[]>([])
  const [lost, setLost] = useState(false)
  const now = useRef<Entry[]>([])
  const chain = useRef(Promise.resolve())
  const change = useCallback(
    (next: Entry[]) => {
      now.current = next
      setEntries(next)
      keep(next.flatMap(({ file }) => (file === null ? [] : [file.id])))
    },
    [keep],
  )
  const put = (key: string, part: Partial<Entry>) =>
    change(now.current.map((one) => (one.key === key ? { ...one, ...part } : one)))

  useKept(ids, (found, someLost) => {
    setLost(someLost)
    change([...found.map(kept), ...now.current.filter((one) => one.file === null)])
  })
  const send = (entry: Entry) => {
    const { key, picked } = entry
    if (picked === null) return
    put(key, { sentence: null, percent: 0 })
    chain.current = chain.current.then(async () => {
      if (!now.current.some((one) => one.key === key)) return
      const onProgress = (percent: number) => put(key, { percent })
      put(key, await sent(picked, { purpose, key, onProgress }))
    })
  }
  const add = (chosen: readonly Picked[]) => {
    const fresh = chosen.map(begun)
    change([...now.current, ...fresh])
    fresh.forEach(send)
  }
  const remove = ({ key, file }: Entry) => {
    change(now.current.filter((one) => one.key !== key))
    if (file !== null) void call(removeFile, { params: { id: file.id } }).catch(() => undefined)
  }
  return { entries, lost, add, retry: send, remove }
}

async function sent(picked: Picked, wish: Parameters<typeof upload>[1]): Promise<Partial<Entry>> {
  try {
    return { file: await upload(picked, wish), percent: 100 }
  } catch (error) {
    const { title } = error instanceof ProblemError ? error : localProblem('network')
    return { sentence: title }
  }
}

/** What of the draft is still there; once, with what it held when the page was opened. */
function useKept(ids: readonly string[], found: (files: File[], someLost: boolean) => void) {
  useEffect(() => {
    if (ids.length === 0) return
    void call(listFiles, {}).then(
      ({ files }) => {
        const there = files.filter(({ id }) => ids.includes(id))
        found(there, there.length < ids.length)
      },
      () => undefined,
    )
  }, [])
}
