import '../components/visits.css'
import { useEffect, useState } from 'react'
import { useSignal } from '../../../shared/app-state/signal'
import { online } from '../../../shared/device/network'
import { keepPageHere } from '../../../shared/device/offline-pages'
import { gotNoAnswer } from '../../../shared/http/problem'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { useNow } from '../../../shared/time/use-now'
import { Blank } from '../../../shared/ui/answers/blank'
import { Failure, SignInFirst } from '../../../shared/ui/answers/failure'
import { Skeleton } from '../../../shared/ui/answers/skeleton'
import { Box } from '../../../shared/ui/base/box'
import { Page } from '../../../shared/ui/page/page'
import { say } from '../../../shared/ui/page/say'
import { useMine } from '../api'
import { ElderCard } from '../components/elder-card'
import { RecordSheet } from '../components/record-sheet'
import { Waiting } from '../components/waiting'
import { keepMine, keptMine, type Mine } from '../kept'
import { useQueue } from '../queue'
import { householdOf, type Shown, shownRoster } from '../roster'
import { visitsText } from '../text'
import { Lead } from '../../../shared/ui/lead'

/** Whom somebody visits this month, what presses first; it goes on without a network. */
export default function MinePage() {
  const me = useMe()
  useEffect(() => keepPageHere('/visits'), [])
  return (
    <Page title={visitsText.title} wide>
      <Box className="visits">
        {me === null ? (
          <SignInFirst help={visitsText.signInHelp} returnTo={pages.visits} />
        ) : (
          <Visitor key={me.id} owner={me.id} />
        )}
      </Box>
    </Page>
  )
}

function useRoster(owner: string) {
  const now = useNow()
  const query = useMine(true)
  const { data, error, refetch } = query
  useEffect(() => {
    if (data !== undefined) keepMine(owner, data)
  }, [owner, data])
  const kept = data === undefined ? keptMine(owner, now) : null
  const mine: Mine | null = data ?? kept?.mine ?? null
  return { now, mine, error, refetch, at: data === undefined ? (kept?.at ?? null) : query.dataUpdatedAt }
}

function Visitor({ owner }: { owner: string }) {
  const { now, mine, error, refetch, at } = useRoster(owner)
  const { queue, items } = useQueue(owner)
  const connected = useSignal(online)
  const [one, setOne] = useState<Shown | null>(null)
  const offline = !connected || gotNoAnswer(error)
  const nameOf = (elderId: string) => mine?.elders.find(({ id }) => id === elderId)?.name
  const waiting = (
    <Waiting
      queue={items}
      nameOf={nameOf}
      offline={offline}
      at={at}
      onKnown={(id) => queue.acknowledge(id)}
    />
  )
  if (mine === null)
    return (
      <>
        {waiting}
        {error === null ? (
          <Skeleton blocks={[60, 150, 150, 150]} />
        ) : (
          <Failure problem={error} again={() => void refetch()} />
        )}
      </>
    )
  const elders = shownRoster(mine.elders, items)
  return (
    <>
      {waiting}
      <Roster elders={elders} now={now} onRecord={setOne} />
      {one !== null && (
        <RecordSheet
          one={one}
          together={householdOf(elders, one)}
          onClose={() => setOne(null)}
          onSave={(visits) => {
            queue.add(visits)
            setOne(null)
            say(visitsText.saved)
          }}
        />
      )}
    </>
  )
}

function Roster({
  elders,
  now,
  onRecord,
}: {
  elders: readonly Shown[]
  now: number
  onRecord: (one: Shown) => void
}) {
  if (elders.length === 0) return <Blank picture="hand" title={visitsText.none} help={visitsText.noneHelp} />
  const seen = elders.filter(({ standing }) => standing === 'seen').length
  const due = elders.filter(({ standing }) => standing === 'due').length
  return (
    <>
      <Lead picture="bench" title={visitsText.progress(seen, elders.length)}>
        {visitsText.left(due)}
      </Lead>
      <Box className="visits-list">
        {elders.map((one) => (
          <ElderCard key={one.id} one={one} now={now} onRecord={() => onRecord(one)} />
        ))}
      </Box>
      <Box className="muted">{visitsText.recorded}</Box>
    </>
  )
}
