import type { FollowUpShow, FollowUpSummary } from '@linli/contracts/follow-ups'
import { pages } from '../../../shared/pages'
import { Age } from '../../../shared/ui/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Failure } from '../../../shared/ui/failure'
import { Skeleton } from '../../../shared/ui/skeleton'
import { frameText } from '../../../shared/ui/text'
import type { useFollowUps } from '../api'
import { followUpText } from '../text'
import { FollowUpRow } from './row'

interface Props {
  query: ReturnType<typeof useFollowUps>
  followUps: readonly FollowUpSummary[]
  show: FollowUpShow
  now: number
  /** Who only watches over the division has nothing to do here. */
  watching: boolean
  /** Beside the list, on a wide screen, the one that is open; else each row leads to its own page. */
  open?: { id: string | null; choose: (id: string) => void }
}

export function FollowUpList({ query, followUps, show, now, watching, open }: Props) {
  if (query.data === undefined) {
    if (query.isError) return <Failure problem={query.error} again={() => void query.refetch()} />
    return <Skeleton blocks={[92, 92, 92]} />
  }
  if (followUps.length === 0) return <None show={show} watching={watching} />
  return (
    <>
      <Age of={query} />
      <Box className="desk-list">
        {followUps.map((one) => (
          <FollowUpRow
            key={one.id}
            one={one}
            now={now}
            current={open?.id === one.id}
            {...(open === undefined ? { to: pages.followUp(one.id) } : { onTap: () => open.choose(one.id) })}
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

function None({ show, watching }: Pick<Props, 'show' | 'watching'>) {
  const title = watching && show === 'open' ? followUpText.emptyWatching : followUpText.empty[show]
  return <Blank icon="check" title={title} {...(watching ? {} : { help: followUpText.emptyHelp })} />
}
