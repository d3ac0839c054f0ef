import { useRef } from 'react'
import { useKeptDraft } from './use-kept-draft'
import { draftName } from './wipe'

interface Line {
  words: string
  files: string[]
  /** What it is to become, of somebody who answers: an answer, or a question to the other side. */
  as: 'answer' | 'ask'
}

const empty: Line = { words: '', files: [], as: 'answer' }
const isEmpty = ({ words, files }: Line) => words === '' && files.length === 0

/** What is being written to one matter. */
export function useLineDraft(caseId: string) {
  const { draft, put, attach, sent } = useKeptDraft(draftName(`line.${caseId}`), empty, isEmpty)
  const handed = useRef<string[]>([])
  return {
    ...draft,
    begun: !isEmpty(draft),
    write: (words: string) => put({ words }),
    attach,
    become: (as: Line['as']) => put({ as }),
    /** What is sent now; what comes while it is on its way does not go along. */
    handOver() {
      handed.current = draft.files
      return { words: draft.words.trim(), files: draft.files }
    },
    sent: () => sent(handed.current),
  }
}
