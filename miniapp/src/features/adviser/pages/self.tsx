import '../components/adviser.css'
import type { AdviserSelf } from '@linli/contracts/adviser'
import { SafePage } from '../../../shared/matters/safe-page'
import { meetingWord } from '../../../shared/matters/words'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { adviserGrants } from '../../../shared/staff/grants'
import { spanWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { useSelf } from '../api'
import { Away } from '../components/away'
import { Duty } from '../components/duty'
import { NoAdviser } from '../components/no-adviser'
import { Openings } from '../components/openings'
import { selfText } from '../self-text'

/** What an adviser arranges for themselves: meetings, duty hours, days away, openings; and how much the others carry. */
export default function SelfPage() {
  const advises = adviserGrants(useMe()).length > 0
  return (
    <SafePage title={selfText.title}>
      {advises ? <Arranged /> : <NoAdviser returnTo={pages.adviserSelf} />}
    </SafePage>
  )
}

function Arranged() {
  const query = useSelf()
  const now = useNow()
  return (
    <Answered query={query} blocks={[160, 120, 240]}>
      {(self) => (
        <>
          <Calendar self={self} now={now} />
          <Load self={self} />
          <Duty key={JSON.stringify(self.duties)} duties={self.duties} />
          <Away self={self} now={now} />
          <Openings openings={self.openings} />
        </>
      )}
    </Answered>
  )
}

const Calendar = ({ self: { meetings }, now }: { self: AdviserSelf; now: number }) => (
  <Card title={selfText.meetings}>
    {meetings.length === 0 && <Box className="muted">{selfText.noMeetings}</Box>}
    {meetings.map((one) => (
      <Row
        key={one.id}
        title={spanWords(one.startsAt, one.endsAt, now)}
        under={[meetingWord[one.kind], ...(one.place === null ? [] : [one.place]), one.number].join(' · ')}
        to={pages.adviserMatter(one.caseId, 'mine')}
      />
    ))}
  </Card>
)

const Load = ({ self: { load } }: { self: AdviserSelf }) =>
  load.length === 0 ? null : (
    <Card title={selfText.load}>
      {load.map(({ name, open, urgent, me }, n) => (
        <Row
          key={n}
          title={me ? `${name}${selfText.me}` : name}
          end={<Box>{selfText.loadOf(open, urgent)}</Box>}
        />
      ))}
    </Card>
  )
