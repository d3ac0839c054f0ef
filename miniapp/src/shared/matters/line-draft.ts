import { useCallback, useRef, useState } from 'react'
import { forget, recall, store } from '../device/storage'
import { useMe } from '../session/session'
import { draftName } from './wipe'

interface Kept {
  owner: string | null
  words: string
  /** Ids of pictures that were handed in. */
  files: string[]
}

/** What is being written to one matter survives a reload and a lost network, for whoever wrote it. */
export function useLineDraft(caseId: string) {
  const owner = useMe()?.id ?? null
  const name = draftName(`line.${caseId}`)
  const [draft, setDraft] = useState<Kept>(() => {
    const empty = { owner, words: '', files: [] }
    const kept = recall<Kept>(name)
    return kept !== null && kept.owner === owner ? { ...empty, ...kept } : empty
  })
  // Pictures arrive while somebody writes.
  const now = useRef(draft)
  const put = useCallback(
    (part: Partial<Kept>) => {
      now.current = { ...now.current, ...part }
      if (now.current.words === '' && now.current.files.length === 0) forget(name)
      else store(name, now.current)
      setDraft(now.current)
    },
    [name],
  )
  const attach = useCallback((files: string[]) => put({ files }), [put])
  return {
    words: draft.words,
    files: draft.files,
    begun: draft.words !== '' || draft.files.length > 0,
    write: (words: string) => put({ words }),
    attach,
    sent: () => put({ words: '', files: [] }),
  }
}
