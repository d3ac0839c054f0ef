import { createContext, useContext } from 'react'
import { type OwnSentences, problemText } from '../../http/problem-text'

interface OwnWords {
  problems: OwnSentences
  /** What to do where a page cannot be read without a network. */
  offlineHelp: string | null
}

/** Of pages that send nobody to the community. */
export const OwnWords = createContext<OwnWords>({ problems: {}, offlineHelp: null })

/** @returns the sentence to show for any failure on this page */
export function useProblemText() {
  const { problems } = useContext(OwnWords)
  return (error: unknown) => problemText(error, problems)
}
