import '../components/teams.css'
import type { Team } from '@linli/contracts/teams'
import { type Community, useCommunity } from '../../../shared/app-state/community'
import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { useTeams } from '../api'
import { kindWord, listText as text, stateWord } from '../text'

/** The teams of a community and its township; those of the reader come first. */
export default function TeamsPage() {
  const community = useCommunity()
  const signedIn = useSession() !== null
  return (
    <Page title={text.title}>
      {!signedIn ? (
        <SignInFirst help={text.signInHelp} returnTo={pages.teams} />
      ) : community === null ? (
        <Blank picture="home" title={text.pickCommunity} help={text.pickCommunityHelp}>
          <Button to={pages.communities}>{text.choose}</Button>
        </Blank>
      ) : (
        <Teams community={community} />
      )}
    </Page>
  )
}

const isMine = ({ mine }: Team) => mine.some(({ state }) => state === 'member' || state === 'asked')

function Teams({ community }: { community: Community }) {
  const query = useTeams(community.code)
  return (
    <Answered query={query} blocks={[72, 150]}>
      {({ teams, isVolunteer }) => (
        <>
          <Lead picture="hand">{text.lead}</Lead>
          {!isVolunteer && (
            <Card>
              <Row icon="hand" title={text.join} under={text.joinHelp} to={pages.joinVolunteers} />
            </Card>
          )}
          {teams.length === 0 && <Blank picture="hand" title={text.empty} help={text.emptyHelp} />}
          <Group title={text.mine} teams={teams.filter(isMine)} />
          <Group title={text.others} teams={teams.filter((team) => !isMine(team))} />
        </>
      )}
    </Answered>
  )
}

const Group = ({ title, teams }: { title: string; teams: readonly Team[] }) =>
  teams.length === 0 ? null : (
    <Card title={title}>
      {teams.map((team) => (
        <Row
          key={team.id}
          icon="people"
          title={team.name}
          under={`${kindWord[team.kind]} · ${team.divisionName}`}
          end={<Standing team={team} />}
          to={pages.team(team.id)}
        />
      ))}
    </Card>
  )

function Standing({ team: { mine } }: { team: Team }) {
  const best =
    mine.find(({ leads }) => leads) ??
    mine.find(({ state }) => state === 'member') ??
    mine.find(({ state }) => state === 'asked')
  if (best === undefined || best.state === null) return null
  const tone = best.state === 'asked' ? 'wait' : 'good'
  return <StateTag tone={tone}>{best.leads ? text.leads : stateWord[best.state]}</StateTag>
}
