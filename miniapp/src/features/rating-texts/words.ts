import { isIn, longestHidden, mostHidden } from '@linli/contracts/rating-texts'
import { judgingText } from './judging-text'

/** What somebody typed as pieces of a text, each once. */
export const piecesOf = (typed: string): string[] => [
  ...new Set(typed.split(/[\s、，,；;。]+/).filter((piece) => piece !== '')),
]

/** Why these pieces cannot be hidden in the words; null where they can. */
export function hideFault(words: string, pieces: readonly string[]): string | null {
  if (pieces.length > mostHidden) return judgingText.tooMany(mostHidden)
  if (pieces.some((piece) => piece.length > longestHidden)) return judgingText.tooLong(longestHidden)
  const missing = pieces.find((piece) => !isIn(words, piece))
  return missing === undefined ? null : judgingText.notInWords(missing)
}
