import type { AdviserList } from '@linli/contracts/adviser'
import { useState } from 'react'
import { SafePage } from '../../../shared/matters/safe-page'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { adviserGrants } from '../../../shared/staff/grants'
import { Kinds } from '../../../shared/staff/kinds'
import { useWide } from '../../../shared/staff/use-wide'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { useQueue } from '../api'
import { NoAdviser } from '../components/no-adviser'
import { QueueList } from '../components/queue-list'
import { WideQueue } from '../components/wide-queue'
import { selfText } from '../self-text'
import { queueText } from '../text'

const lists: readonly AdviserList[] = ['mine', 'desk', 'handed', 'done']

export default function QueuePage() {
  const grants = adviserGrants(useMe())
  if (grants.length > 0) return <Queue where={grants[0]?.divisionName ?? ''} />
  return (
    <SafePage title={queueText.title}>
      <NoAdviser returnTo={pages.adviserMatters} />
    </SafePage>
  )
}

/** What waits for the reader, by due time. */
function Queue({ where }: { where: string }) {
  const wide = useWide()
  const now = useNow()
  const [show, setShow] = useState<AdviserList>('mine')
  const query = useQueue(show)
  const kinds = (
    <Kinds
      className={wide ? 'kinds-tall' : 'kinds'}
      label={queueText.filter}
      kinds={lists}
      words={queueText.shows}
      shown={show}
      counts={query.data?.pages[0]?.counts ?? null}
      onShow={setShow}
    />
  )
  if (!wide) {
    return (
      <SafePage title={queueText.title}>
        {kinds}
        <QueueList query={query} show={show} now={now} />
        <Card>
          <Row title={selfText.title} under={queueText.self} to={pages.adviserSelf} />
          <Row title={queueText.log} to={pages.adviserLog} />
        </Card>
      </SafePage>
    )
  }
  const side = (
    <>
      {kinds}
      <Tap className="kind" to={pages.adviserSelf}>
        <Box>{selfText.title}</Box>
      </Tap>
      <Tap className="kind" to={pages.adviserLog}>
        <Box>{queueText.log}</Box>
      </Tap>
    </>
  )
  return (
    <SafePage title={queueText.title} wide>
      <WideQueue
        key={show}
        query={query}
        show={show}
        now={now}
        where={where}
        side={side}
        onMoved={() => setShow('mine')}
      />
    </SafePage>
  )
}
