import type { ReactNode } from 'react'
import { ProblemError } from '../../http/problem'
import { agoWords } from '../../time/time-words'
import { Box } from '../base/box'
import { Failure } from './failure'
import { Skeleton } from './skeleton'
import { frameText } from '../../words/frame-text'

interface Query<T> extends Aged {
  data: T | undefined
  refetch: () => unknown
}

interface Props<T> {
  query: Query<T>
  /** See Skeleton. */
  blocks: readonly number[]
  children: (answer: T) => ReactNode
}

/** A read in its four states; an old answer is shown with its age while, or because, no new one came. */
export function Answered<T>({ query, blocks, children }: Props<T>) {
  if (query.data === undefined) {
    if (query.isError) return <Failure problem={query.error} again={() => void query.refetch()} />
    return <Skeleton blocks={blocks} />
  }
  return (
    <>
      <Age of={query} />
      {children(query.data)}
    </>
  )
}

interface Aged {
  isError: boolean
  error: unknown
  dataUpdatedAt: number
}

/** Says how old the shown answer is, where a new one did not come. */
export function Age({ of }: { of: Aged }) {
  if (!of.isError) return null
  const ago = agoWords(of.dataUpdatedAt, Date.now())
  const offline = of.error instanceof ProblemError && of.error.code === 'offline'
  return (
    <Box as="p" className="age" role="status">
      {offline ? frameText.oldOffline(ago) : frameText.oldAnswer(ago)}
    </Box>
  )
}
