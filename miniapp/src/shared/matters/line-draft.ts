import { useState } from 'react'
import { forget, recall, store } from '../device/storage'
import { useMe } from '../session/session'
import { draftName } from './wipe'

interface Kept {
  owner: string | null
  words: string
}

/** What is being written to one matter survives a reload and a lost network, for whoever wrote it. */
export function useLineDraft(caseId: string) {
  const owner = useMe()?.id ?? null
  const name = draftName(`line.${caseId}`)
  const [words, setWords] = useState(() => {
    const kept = recall<Kept>(name)
    return kept !== null && kept.owner === owner ? kept.words : ''
  })
  return {
    words,
    write(next: string) {
      if (next === '') forget(name)
      else store(name, { owner, words: next } satisfies Kept)
      setWords(next)
    },
  }
}
