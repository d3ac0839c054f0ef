import type { ReactNode } from 'react'
import { Age } from '../../../shared/ui/answered'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Failure } from '../../../shared/ui/failure'
import { Skeleton } from '../../../shared/ui/skeleton'
import { frameText } from '../../../shared/ui/text'

interface Props<T> {
  query: {
    isError: boolean
    error: unknown
    dataUpdatedAt: number
    hasNextPage: boolean
    isFetchingNextPage: boolean
    refetch: () => unknown
    fetchNextPage: () => unknown
  }
  /** Of all pages that were read; undefined before the first. */
  texts: readonly T[] | undefined
  empty: string
  emptyHelp: string
  children: (one: T) => ReactNode
}

/** Texts page by page, in each state that a list can be in. */
export function Listed<T>({ query, texts, empty, emptyHelp, children }: Props<T>) {
  if (texts === undefined) {
    if (query.isError) return <Failure problem={query.error} again={() => void query.refetch()} />
    return <Skeleton blocks={[150, 150, 150]} />
  }
  return (
    <>
      <Age of={query} />
      {texts.length === 0 && <Blank icon="check" title={empty} help={emptyHelp} />}
      {texts.map(children)}
      {query.hasNextPage && (
        <Button look="plain" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
          {frameText.more}
        </Button>
      )}
    </>
  )
}
