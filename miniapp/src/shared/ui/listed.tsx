import type { ComponentProps, ReactNode } from 'react'
import { Answered } from './answered'
import { Button } from './button'
import { frameText } from './text'

interface Read<P> {
  pages: readonly P[]
}

type Query<P> = ComponentProps<typeof Answered<Read<P>>>['query'] & {
  hasNextPage: boolean
  isFetchingNextPage: boolean
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

/** A list that comes page by page, in the states of any answer, with the way to more of it. */
export const Listed = <P, T>({ query, blocks, of, none, children }: Props<P, T>) => (
  <Answered query={query} blocks={blocks}>
    {({ pages }) => {
      const all = pages.flatMap(of)
      return (
        <>
          {all.length === 0 && none !== undefined ? none : children(all)}
          {query.hasNextPage && (
            <Button look="plain" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
              {frameText.more}
            </Button>
          )}
        </>
      )
    }}
  </Answered>
)
