import { listTexts } from '@linli/contracts/agreements'
import type { AgreedVersions } from '@linli/contracts/agreed'
import { useState } from 'react'
import { type ProblemError, isUnagreed } from '../http/problem'
import { useAnswer } from '../http/use-answer'

export interface Consent {
  ticked: boolean
  /** It was demanded and is missing. */
  missed: boolean
  tick: () => void
  /** The versions that were ticked; null without a tick, or before they are known. */
  agreed: AgreedVersions | null
  /** Says whether it is ticked; where not, the page says so. */
  demand: () => boolean
  /** For a write: other versions took effect meanwhile, so they are shown and asked for anew. */
  refused: (problem: ProblemError) => void
}

/** The box under which somebody agrees to the texts in effect. It is never ticked by itself. */
export function useConsent(): Consent {
  const texts = useAnswer(listTexts, {})
  const [ticked, setTicked] = useState(false)
  const [missed, setMissed] = useState(false)
  const miss = () => {
    setTicked(false)
    setMissed(true)
    void texts.refetch()
  }
  return {
    ticked,
    missed: missed && !ticked,
    tick: () => setTicked(!ticked),
    agreed: ticked ? (texts.data?.agree ?? null) : null,
    demand() {
      if (!ticked) setMissed(true)
      return ticked
    },
    refused: (problem) => isUnagreed(problem) && miss(),
  }
}
