import type { CaseSummary, DeskKind } from '@linli/contracts/cases'
import { pages } from '../../../shared/pages'
import { Age } from '../../../shared/ui/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Failure } from '../../../shared/ui/failure'
import { Skeleton } from '../../../shared/ui/skeleton'
import { frameText } from '../../../shared/ui/text'
import type { useDesk } from '../api'
import { deskText } from '../text'
import { DeskRow } from './desk-row'

interface Props {
  query: ReturnType<typeof useDesk>
  cases: readonly CaseSummary[]
  kind: DeskKind
  now: number
  /** Beside the list, on a wide screen, the one that is open; else each row leads to its own page. */
  open?: { id: string | null; choose: (id: string) => void }
}

export function DeskList({ query, cases, kind, now, open }: Props) {
  if (query.data === undefined) {
    if (query.isError) return <Failure problem={query.error} again={() => void query.refetch()} />
    return <Skeleton blocks={[92, 92, 92, 92]} />
  }
  if (cases.length === 0) {
    const help = kind === 'done' ? deskText.emptyDoneHelp : deskText.emptyHelp
    return <Blank icon="check" title={deskText.empty[kind]} help={help} />
  }
  return (
    <>
      <Age of={query} />
      <Box className="desk-list">
        {cases.map((one) => (
          <DeskRow
            key={one.id}
            one={one}
            now={now}
            current={open?.id === one.id}
            {...(open === undefined ? { to: pages.deskCase(one.id) } : { onTap: () => open.choose(one.id) })}
          />
        ))}
      </Box>
      {query.hasNextPage && (
        <Button look="plain" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
          {frameText.more}
        </Button>
      )}
    </>
  )
}
