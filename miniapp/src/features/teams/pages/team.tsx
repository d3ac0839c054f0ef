import '../components/teams.css'
import type { TeamDetail } from '@linli/contracts/teams'
import { useRouter } from '@tarojs/taro'
import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { Fact, Row } from '../../../shared/ui/row'
import { useTeam } from '../api'
import { Manage } from '../components/manage'
import { Members } from '../components/members'
import { Mine } from '../components/mine'
import { kindWord, listText, teamText as text } from '../text'
import { Lead } from '../../../shared/ui/lead'

/** One team: what it is, joining and leaving it, and for its leaders and staff who is in it. */
export default function TeamPage() {
  const { id = '' } = useRouter().params
  const signedIn = useSession() !== null
  const query = useTeam(id, signedIn && id !== '')
  return (
    <Page title={text.title} phone={query.data?.communityPhone ?? null}>
      {id === '' ? (
        <Blank picture="sign" title={text.none} alert>
          <Button to={pages.teams}>{listText.others}</Button>
        </Blank>
      ) : signedIn ? (
        <Answered query={query} blocks={[140, 110, 220]}>
          {(team) => <Shown team={team} />}
        </Answered>
      ) : (
        <SignInFirst help={listText.signInHelp} returnTo={pages.team(id)} />
      )}
    </Page>
  )
}

const stands = ({ mine }: TeamDetail) => mine.some(({ state }) => state === 'member')

/** Who is in it finds leaving it last. */
const Shown = ({ team }: { team: TeamDetail }) => (
  <Box className="teams">
    <Lead picture="hand" title={team.name}>
      {`${kindWord[team.kind]} · ${team.divisionName}`}
    </Lead>
    <Card>
      <Fact name={text.kind}>{kindWord[team.kind]}</Fact>
      <Fact name={text.place}>{team.divisionName}</Fact>
      {team.organisation !== null && <Fact name={text.organisation}>{team.organisation.name}</Fact>}
      {!team.open && <Box className="muted">{text.closed}</Box>}
    </Card>
    {team.open && !stands(team) && <Mine team={team} />}
    {team.canLead && (
      <Card>
        <Row title={text.tasks} under={text.tasksHelp} to={pages.teamTasks(team.id)} />
      </Card>
    )}
    {team.canLead && <Members team={team} />}
    {team.open && stands(team) && <Mine team={team} />}
    {team.canManage && team.open && <Manage team={team} />}
  </Box>
)
