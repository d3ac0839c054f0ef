import type { FollowUpShow } from '@linli/contracts/follow-ups'
import type { Grant } from '@linli/contracts/identity'
import { type ReactNode, useState } from 'react'
import { worksIn } from '../../../shared/staff/grants'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { useNow } from '../../../shared/time/use-now'
import { useScope } from '../../../shared/staff/use-scope'
import { useWide } from '../../../shared/staff/use-wide'
import { Kinds } from '../../../shared/staff/kinds'
import { Page } from '../../../shared/ui/page/page'
import { NoScope, ScopeChoice } from '../../../shared/staff/scoped'
import { useFollowUps } from '../api'
import { FollowUpList } from '../components/list'
import { WideFollowUps } from '../components/wide'
import { followUpText } from '../text'
import { FindHere } from '../../../shared/staff/find-in'

const shows: readonly FollowUpShow[] = ['mine', 'overdue', 'open', 'ended']
/** For who has nothing to do with them but to see that they go on. */
const showsWatching: readonly FollowUpShow[] = ['open', 'overdue', 'ended']

/** The bad ratings of a division that are followed up, by due time. */
export default function FollowUpsPage() {
  const scope = useScope()
  if (scope.grant !== null)
    return <FollowUps key={scope.grant.division} grant={scope.grant} choice={<ScopeChoice scope={scope} />} />
  return (
    <Page title={followUpText.title}>
      <NoScope scope={scope} returnTo={pages.followUps} />
    </Page>
  )
}

function FollowUps({ grant, choice }: { grant: Grant; choice: ReactNode }) {
  const wide = useWide()
  const now = useNow()
  const watching = !worksIn(useMe(), grant.division)
  const [show, setShow] = useState<FollowUpShow>(watching ? 'open' : 'mine')
  const query = useFollowUps(grant.division, show)
  const shared = { query, show, now, watching }
  const kinds = (
    <Kinds
      className={wide ? 'kinds-tall' : 'kinds'}
      label={followUpText.filter}
      kinds={watching ? showsWatching : shows}
      words={followUpText.shows}
      shown={show}
      counts={query.data?.pages[0]?.counts ?? null}
      onShow={setShow}
    />
  )
  const side = (
    <>
      {choice}
      {kinds}
    </>
  )
  return (
    <Page title={followUpText.title} wide={wide}>
      {wide ? (
        <WideFollowUps {...shared} where={grant.divisionName} side={side} />
      ) : (
        <>
          <FindHere />
          {side}
          <FollowUpList {...shared} />
        </>
      )}
    </Page>
  )
}
