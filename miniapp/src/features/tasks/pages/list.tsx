import { type Community, useCommunity } from '../../../shared/app-state/community'
import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { SignInFirst } from '../../../shared/ui/answers/failure'
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
        <Blank icon="place" title={tasksText.pickCommunity} help={tasksText.pickCommunityHelp}>
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
              <Row title={tasksText.join} under={tasksText.joinHelp} to={pages.joinVolunteers} />
            </Card>
          )}
          {tasks.length === 0 ? none : tasks.map((one) => <TaskCard key={one.id} one={one} now={now} />)}
          {isVolunteer && (
            <Card>
              <Row title={tasksText.mine} under={tasksText.mineHelp} to={pages.joinVolunteers} />
              <Row title={tasksText.hours} under={tasksText.hoursHelp} to={pages.myHours} />
              <Row title={tasksText.teams} under={tasksText.teamsHelp} to={pages.teams} />
            </Card>
          )}
        </>
      )}
    </Answered>
  )
}

const none = (
  <Blank icon="hand" title={tasksText.empty} help={tasksText.emptyHelp}>
    <Button look="ghost" to={pages.askNeed}>
      {tasksText.ask}
    </Button>
  </Blank>
)
