import type { ServedHours } from '@linli/contracts/service-records'
import { halvesWords, taskKindWord } from '@linli/contracts/task-words'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { fullDate } from '../../../shared/time/time-words'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { useHours } from '../api'
import { Records } from '../components/records'
import { hoursText as text } from '../text'

/** What somebody, and each child of theirs, did for others, by month; and the record of it to take along. */
export default function HoursPage() {
  const me = useMe()
  const query = useHours(me !== null)
  return (
    <Page title={text.title}>
      {me === null ? (
        <SignInFirst help={text.signInHelp} returnTo={pages.myHours} />
      ) : (
        <Answered query={query} blocks={[160, 160]}>
          {({ people, today }) => {
            const served = people.filter(({ halves, records }) => halves > 0 || records.length > 0)
            if (served.length === 0) return <Blank picture="hand" title={text.none} help={text.noneHelp} />
            return served.map((one) => (
              <Served key={one.childId ?? ''} one={one} today={today} isOnly={people.length === 1} />
            ))
          }}
        </Answered>
      )}
    </Page>
  )
}

function Served({ one, today, isOnly }: { one: ServedHours; today: string; isOnly: boolean }) {
  return (
    <>
      <Lead picture="hand" title={halvesWords(one.halves)}>
        {isOnly ? text.total : `${one.nickname ?? text.mine} · ${text.total}`}
      </Lead>
      <Card title={text.byMonth}>
        {one.months.map(({ month, halves }) => (
          <Row key={month} title={text.month(month)} end={halvesWords(halves)} />
        ))}
      </Card>
      <Records one={one} today={today} />
      {one.tasks.length > 0 && (
        <Card title={text.tasks}>
          {one.tasks.map((task) => (
            <Row
              key={task.caseId}
              title={task.title}
              under={`${fullDate(task.on)}，${taskKindWord[task.kind]}，${task.communityName}`}
              end={halvesWords(task.halves)}
              to={pages.case(task.caseId)}
            />
          ))}
          {one.tasks.length === 100 && <Box className="muted">{text.newest}</Box>}
        </Card>
      )}
    </>
  )
}
