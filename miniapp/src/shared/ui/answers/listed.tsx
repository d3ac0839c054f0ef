import type { ComponentProps, ReactNode } from 'react'
import { ProblemError } from '../../http/problem'
import { Answered } from './answered'
import { Box } from '../base/box'
import { Button } from '../button'
import { frameText } from '../../words/frame-text'

interface Read<P> {
  pages: readonly P[]
}

type Query<P> = ComponentProps<typeof Answered<Read<P>>>['query'] & {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => unknown
}

interface Props<P, T> {
  /** See usePages. */
  query: Query<P>
  /** See Skeleton. */
  blocks: readonly number[]
  /** What of a page is listed. */
  of: (page: P) => readonly T[]
  /** Stands for the list while there is nothing in it. */
  none?: ReactNode
  children: (all: readonly T[]) => ReactNode
}

/** What is shown is as young as before where only more of it did not come. */
const asRead = <P,>(query: Query<P>): Query<P> => ({
  ...query,
  isError: query.isError && !query.isFetchNextPageError,
})

/** A list that comes page by page, in the states of any answer, with the way to more of it. */
export const Listed = <P, T>({ query, blocks, of, none, children }: Props<P, T>) => (
  <Answered query={asRead(query)} blocks={blocks}>
    {({ pages }) => {
      const all = pages.flatMap(of)
      return (
        <>
          {all.length === 0 && none !== undefined ? none : children(all)}
          {query.hasNextPage && <More of={query} />}
        </>
      )
    }}
  </Answered>
)

/** The way to more; what did not come is said here, for the top of the list is out of sight. */
function More<P>({ of: query }: { of: Query<P> }) {
  const failed = query.isFetchNextPageError && !query.isFetchingNextPage
  const offline = query.error instanceof ProblemError && query.error.code === 'offline'
  return (
    <>
      {failed && (
        <Box as="p" className="age" role="alert">
          {offline ? frameText.moreOffline : frameText.moreFailed}
        </Box>
      )}
      <Button look="plain" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
        {frameText.more}
      </Button>
    </>
  )
}
