import '../../features/home/components/home.css'
import type { Notice } from '@linli/contracts/notices'
import { useEffect } from 'react'
import { type HomeAnswer, useHome } from '../../features/home/api'
import { Coming } from '../../features/home/components/coming'
import { Doors } from '../../features/home/components/doors'
import { ElderCall, ElderHome } from '../../features/home/components/elder-home'
import { GuestBar, GuestHome } from '../../features/home/components/guest-home'
import { Latest } from '../../features/home/components/latest'
import { Missing } from '../../features/home/components/missing'
import { NextCard } from '../../features/home/components/next-card'
import { QueueBar } from '../../features/home/components/queue-bar'
import { PlaceHead } from '../../features/home/components/place-head'
import { Switcher } from '../../features/home/components/switcher'
import { Urgent } from '../../features/home/components/urgent'
import { Welcome } from '../../features/home/components/welcome'
import { isSaid, missingToday } from '../../features/home/missing'
import { homeText } from '../../features/home/text'
import { useReadNotice } from '../../features/notices/api'
import { NoticeRow } from '../../features/notices/components/notice-row'
import { SurveyCard } from '../../features/surveys/components/survey-card'
import { keepCommunity, useCommunity } from '../../shared/app-state/community'
import { useMode } from '../../shared/app-state/display-mode'
import { pages } from '../../shared/navigation/pages'
import { useSession } from '../../shared/session/session'
import { useNow } from '../../shared/time/use-now'
import { Age, Answered } from '../../shared/ui/answers/answered'
import { Card } from '../../shared/ui/card'
import { Page } from '../../shared/ui/page/page'
import { Row } from '../../shared/ui/row'

export default function HomePage() {
  const community = useCommunity()
  const elder = useMode() === 'elder'
  const guest = useSession() === null
  const now = useNow()
  const place = elder && community !== null ? undefined : <Place code={community?.code} now={now} />
  const { data } = useHome(community?.code ?? '', community !== null)
  const queued = data?.queued
  const bar = elder ? (
    <ElderCall />
  ) : guest ? (
    <GuestBar />
  ) : queued ? (
    <QueueBar queued={queued} now={now} />
  ) : null
  return (
    <Page
      title={community?.name ?? homeText.title}
      head={<Switcher community={community} />}
      tab="home"
      place={place}
      bar={community === null ? null : bar}
    >
      {community === null ? <Welcome /> : <Home key={community.code} code={community.code} />}
    </Page>
  )
}

/** Of the same answer as the page below it. */
function Place({ code, now }: { code: string | undefined; now: number }) {
  const { data } = useHome(code ?? '', code !== undefined)
  return <PlaceHead now={now} first={code === undefined} openUntil={data?.rooms.openUntil} />
}

function Home({ code }: { code: string }) {
  const elder = useMode() === 'elder'
  const guest = useSession() === null
  const home = useHome(code)
  const fresh = home.data?.community
  useEffect(() => {
    if (fresh !== undefined) keepCommunity(fresh)
  }, [fresh])
  if (elder) return <ElderHome home={home} />
  return guest ? <GuestHome home={home} code={code} /> : <Standard home={home} />
}

/** The doors stand where they stand while the answer comes, so nothing jumps and the focus stays. */
function Standard({ home }: { home: ReturnType<typeof useHome> }) {
  const now = useNow()
  const { data } = home
  const missing = missingToday(data?.missing, now)
  return (
    <>
      {data !== undefined && <Age of={home} />}
      <Urgent alert={data?.alert} />
      <Missing all={missing} />
      {!isSaid(missing, data?.next?.childId) && <NextCard next={data?.next} now={now} />}
      <Doors home={data} />
      {data === undefined ? (
        <Answered query={home} blocks={[160]}>
          {() => null}
        </Answered>
      ) : (
        <>
          {data.coming !== null && <Coming one={data.coming} now={now} />}
          <Below home={data} now={now} />
          <SurveyCard community={data.community.code} ready={home.isFetchedAfterMount} now={now} />
        </>
      )}
    </>
  )
}

function Below({
  home: { community, notices, unread, deskWaiting },
  now,
}: {
  home: HomeAnswer
  now: number
}) {
  const read = useReadNotice()
  const open = (notice: Notice) => !notice.read && read.mutate({ params: { id: notice.id } })
  return (
    <>
      {deskWaiting !== null && (
        <Card>
          <Row icon="desk" title={homeText.deskWaiting(deskWaiting)} under={homeText.desk} to={pages.desk} />
        </Card>
      )}
      <Latest
        notices={notices.slice(0, 3)}
        unread={unread}
        row={(notice) => <NoticeRow key={notice.id} notice={notice} now={now} onOpen={() => open(notice)} />}
      />
      <Card>
        <Row
          icon="chart"
          title={homeText.figures}
          under={homeText.figuresHelp}
          to={pages.figures(community.code)}
        />
      </Card>
    </>
  )
}
