import type { CaseDetail } from '@linli/contracts/cases'
import type { Thread } from '@linli/contracts/consultation-thread'

/** Has its time run out, after which what was said is deleted? Whoever asked reads all there is of what is kept. */
export const wordsAreGone = (
  { state }: Pick<CaseDetail, 'state'>,
  { intake, lines }: Pick<Thread, 'intake' | 'lines'>,
): boolean => (state === 'closed' || state === 'cancelled') && intake === null && lines.length === 0
