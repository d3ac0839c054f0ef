import { useState } from 'react'
import { uuid } from '../../shared/device/uuid'
import { pickFiles, sources } from '../../shared/files/pick-files'
import type { Picked } from '../../shared/files/picked'
import { localProblem, ProblemError, wasRefused } from '../../shared/http/problem'
import { queryClient } from '../../shared/http/query-client'
import { say } from '../../shared/ui/page/say'
import { sendPhoto } from './send-photo'
import { photosText as text } from './text'

/** From the camera or the album; a browser asks for both in one. */
const [from = 'either'] = sources

const refusedWords = (problem: ProblemError | null) =>
  problem?.errors.find(({ path }) => path === 'query.alt')?.message ?? null

/** One photo on its way: chosen, given words, sent. */
export function useNewPhoto(roomId: string) {
  const [chosen, setChosen] = useState<{ picked: Picked; key: string } | null>(null)
  const [alt, setAlt] = useState('')
  const [percent, setPercent] = useState<number | null>(null)
  const [problem, setProblem] = useState<ProblemError | 'words' | null>(null)
  const leave = () => {
    setChosen(null)
    setAlt('')
    setProblem(null)
  }
  const pick = async () => {
    const [picked] = await pickFiles(from, 1)
    if (picked !== undefined) setChosen({ picked, key: uuid() })
  }
  const send = async () => {
    if (chosen === null) return
    if (alt.trim() === '') return setProblem('words')
    setProblem(null)
    setPercent(0)
    try {
      await sendPhoto(chosen.picked, { roomId, alt: alt.trim(), key: chosen.key, onProgress: setPercent })
      leave()
      say(text.sent)
      void queryClient.invalidateQueries()
    } catch (error) {
      setProblem(error instanceof ProblemError ? error : localProblem('network'))
      // Other words are another photo, by its key; what broke off keeps it, and is shown once.
      if (error instanceof ProblemError && wasRefused(error)) setChosen({ ...chosen, key: uuid() })
    } finally {
      setPercent(null)
    }
  }
  return {
    ...{ chosen: chosen !== null, alt, percent, setAlt, leave },
    problem: problem === 'words' ? null : problem,
    altFault: problem === 'words' ? text.needsAlt : refusedWords(problem),
    label: text.add[from],
    pick: () => void pick(),
    send: () => void send(),
  }
}
