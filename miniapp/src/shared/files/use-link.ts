import { giveFileLink } from '@linli/contracts/files'
import { useEffect, useState } from 'react'
import { call } from '../http/call'
import { ProblemError } from '../http/problem'
import { useProblemText } from '../ui/answers/own-words'

interface Link {
  /** The address of a page. */
  of: (page: number) => string
}

const mostRenewals = 2

/** A link to a file, asked for anew when one is over. It is kept nowhere: leaving the page loses it. */
export function useLink(id: string) {
  const [link, setLink] = useState<Link | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const problemText = useProblemText()
  const [again, setAgain] = useState(0)
  useEffect(() => {
    let left = false
    void call(giveFileLink, { params: { id } }).then(
      ({ path }) => {
        if (!left) setLink({ of: (page) => `${API_ORIGIN}${path}?page=${page}` })
      },
      (error: unknown) => {
        if (!left && error instanceof ProblemError) setProblem(error)
      },
    )
    return () => {
      left = true
    }
  }, [id, again])
  const sentence = problem === null ? null : problemText(problem)
  return { link, sentence, failed: () => setAgain((n) => Math.min(n + 1, mostRenewals)) }
}
