import type { listTasks } from '@linli/contracts/tasks'
import { type Community, useCommunity } from '../../../shared/app-state/community'
import { pages } from '../../../shared/navigation/pages'
import type { Reply } from '../../../shared/http/request'
import { useSession } from '../../../shared/session/session'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { useTasks } from '../api'
import { TaskCard } from '../components/task-card'
import { tasksText } from '../text'

/** What can be done for neighbours: what fits first, and why. */
export default function TasksPage() {
  const community = useCommunity()
  const signedIn = useSession() !== null
  return (
    <Page title={tasksText.title}>
      {!signedIn ? (
        <SignInFirst help={tasksText.signInHelp} returnTo={pages.tasks} />
      ) : community === null ? (
        <Blank picture="home" title={tasksText.pickCommunity} help={tasksText.pickCommunityHelp}>
          <Button to={pages.communities}>{tasksText.choose}</Button>
        </Blank>
      ) : (
        <Tasks community={community} />
      )}
    </Page>
  )
}

function Tasks({ community }: { community: Community }) {
  const query = useTasks(community.code)
  const now = useNow()
  return (
    <Answered query={query} blocks={[72, 150, 150, 150]}>
      {({ isVolunteer, tasks }) => (
        <>
          {!isVolunteer && (
            <Card>
              <Row icon="hand" title={tasksText.join} under={tasksText.joinHelp} to={pages.joinVolunteers} />
            </Card>
          )}
          {tasks.length === 0 && none}
          <Cards tasks={ownOf(tasks)} now={now} title={tasksText.own} />
          <Cards tasks={tasks.filter(({ mine }) => mine.length === 0)} now={now} title={tasksText.others} />
          {isVolunteer && (
            <Card>
              <Row icon="me" title={tasksText.mine} under={tasksText.mineHelp} to={pages.joinVolunteers} />
              <Row icon="clock" title={tasksText.hours} under={tasksText.hoursHelp} to={pages.myHours} />
              <Row icon="people" title={tasksText.teams} under={tasksText.teamsHelp} to={pages.teams} />
            </Card>
          )}
        </>
      )}
    </Answered>
  )
}

type Listed = Reply<typeof listTasks>['tasks'][number]

/** What somebody stands by or waits for, the soonest first. */
const ownOf = (tasks: readonly Listed[]): Listed[] =>
  tasks.filter(({ mine }) => mine.length > 0).sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))

const Cards = ({ tasks, now, title }: { tasks: readonly Listed[]; now: number; title: string }) =>
  tasks.length === 0 ? null : (
    <>
      <Box as="h2" className="title">
        {title}
      </Box>
      {tasks.map((one) => (
        <TaskCard key={one.id} one={one} now={now} />
      ))}
    </>
  )

const none = (
  <Blank picture="hand" title={tasksText.empty} help={tasksText.emptyHelp}>
    <Button look="ghost" to={pages.askNeed}>
      {tasksText.ask}
    </Button>
  </Blank>
)
