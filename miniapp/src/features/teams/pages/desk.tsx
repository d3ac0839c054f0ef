import '../components/teams.css'
import type { DeskTeam } from '@linli/contracts/teams'
import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { Scoped } from '../../../shared/staff/scoped'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { useDeskTeams } from '../api'
import { Create } from '../components/create'
import { deskText as text, kindWord } from '../text'

/** The teams of a division of mine: who waits for an answer, and which has no leader. */
export default function DeskTeamsPage() {
  return (
    <Scoped title={text.title} returnTo={pages.deskTeams} className="teams teams__desk" opens="work">
      {({ division }) => <Shown key={division} division={division} />}
    </Scoped>
  )
}

function Shown({ division }: { division: string }) {
  const query = useDeskTeams(division)
  const [making, setMaking] = useState(false)
  return (
    <Answered query={query} blocks={[116, 116]}>
      {({ teams }) => (
        <>
          {making ? (
            <Create division={division} teams={teams} onDone={() => setMaking(false)} />
          ) : (
            <Button onTap={() => setMaking(true)}>{text.create}</Button>
          )}
          {teams.length === 0 ? (
            <Blank picture="hand" title={text.empty} help={text.emptyHelp} />
          ) : (
            <Card>
              {teams.map((team) => (
                <Entry key={team.id} team={team} />
              ))}
            </Card>
          )}
        </>
      )}
    </Answered>
  )
}

const Entry = ({ team }: { team: DeskTeam }) => (
  <Row
    title={team.name}
    under={[
      kindWord[team.kind],
      team.divisionName,
      ...(team.organisation === null ? [] : [team.organisation.name]),
      ...(team.open ? [text.counts(team.members, team.leaders)] : []),
    ].join(' · ')}
    end={
      !team.open ? (
        <StateTag tone="quiet">{text.closed}</StateTag>
      ) : team.asking > 0 ? (
        <StateTag tone="bad">{text.asking(team.asking)}</StateTag>
      ) : null
    }
    to={pages.team(team.id)}
  />
)
