import './task-desk.css'
import type { TeamDetail } from '@linli/contracts/teams'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { staffText } from '../../../shared/staff/staff-text'
import { useCommunitiesBelow, useTeam } from '../api'
import { editText as text } from '../text'
import { useTaskForm } from '../use-task-form'
import { TaskFields } from './task-form'

/** A leader asks their team, or staff ask it; nobody needs an office for it. */
export function TeamTask({ id }: { id: string }) {
  const me = useMe()
  const query = useTeam(id, me !== null)
  return (
    <Page title={text.title} wide>
      <Box className="td">
        {me === null ? (
          <SignInFirst help={staffText.signInHelp} returnTo={pages.newTeamTask(id)} />
        ) : (
          <Answered query={query} blocks={[90, 260, 260]}>
            {(team) => (team.canLead ? <Asked team={team} /> : <NotLed id={id} />)}
          </Answered>
        )}
      </Box>
    </Page>
  )
}

const NotLed = ({ id }: { id: string }) => (
  <Blank picture="hand" title={text.notLed} help={text.notLedHelp}>
    <Button to={pages.team(id)}>{text.toTeam}</Button>
  </Blank>
)

const communityDigits = 12

function Asked({ team }: { team: TeamDetail }) {
  const isCommunity = team.division.length === communityDigits
  const below = useCommunitiesBelow(team.division, !isCommunity)
  if (isCommunity) return <Form team={team} places={[{ code: team.division, name: team.divisionName }]} />
  return (
    <Answered query={below} blocks={[90, 260]}>
      {({ divisions }) => <Form team={team} places={divisions} />}
    </Answered>
  )
}

interface FormProps {
  team: TeamDetail
  places: readonly { code: string; name: string }[]
}

function Form({ team, places }: FormProps) {
  const [community, setCommunity] = useState(places[0]?.code ?? '')
  const plan = useTaskForm(community, { teamId: team.id })
  return (
    <>
      <Card title={text.team}>
        <Box className="strong">{team.name}</Box>
        <Box className="muted">{text.teamHelp}</Box>
        {places.length > 1 && (
          <Choice
            label={text.community}
            options={places.map(({ code, name }) => ({ value: code, word: name }))}
            chosen={community}
            onChoose={setCommunity}
          />
        )}
      </Card>
      <TaskFields plan={plan} need={null} />
    </>
  )
}
