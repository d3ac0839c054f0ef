import './teams.css'
import type { TeamDetail } from '@linli/contracts/teams'
import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useAsk, useLeave } from '../api'
import { stateWord, teamText as text } from '../text'

type Own = TeamDetail['mine'][number]

/** Where the reader stands, and each child of theirs: asking and leaving are one tap each. */
export function Mine({ team }: { team: TeamDetail }) {
  if (team.mine.length === 0)
    return team.canLead ? null : (
      <Card>
        <Box>{text.notVolunteer}</Box>
        <Button look="ghost" to={pages.joinVolunteers}>
          {text.register}
        </Button>
      </Card>
    )
  return (
    <Card>
      {team.mine.map((own) => (
        <Person key={own.childId ?? ''} team={team} own={own} />
      ))}
    </Card>
  )
}

function Person({ team: { id, mine }, own }: { team: TeamDetail; own: Own }) {
  const { childId, state, leads } = own
  const name = childId === null ? null : (own.nickname ?? text.child)
  const [leaving, setLeaving] = useState(false)
  const ask = useAsk(() => say(text.asked))
  const leave = useLeave(() => {
    say(text.left)
    setLeaving(false)
  })
  const given = { params: { id }, body: { childId } }
  return (
    <Box className="team-one">
      {mine.length > 1 && <Box className="strong">{name ?? text.self}</Box>}
      {state === 'asked' && <Box>{text.asked}</Box>}
      {state === 'member' && <Box>{leads ? `${stateWord.member}，队长` : stateWord.member}</Box>}
      {state === 'refused' && <Box className="muted">{text.refused}</Box>}
      <Refusal problem={ask.error ?? (leaving ? null : leave.error)} />
      {state === null || state === 'refused' ? (
        <Button busy={ask.isPending} onTap={() => ask.mutate(given)}>
          {name === null ? text.ask : text.askChild(name)}
        </Button>
      ) : (
        <Button
          look="ghost"
          busy={leave.isPending}
          onTap={() => (state === 'asked' ? leave.mutate(given) : setLeaving(true))}
        >
          {state === 'asked' ? text.takeBack : text.leave}
        </Button>
      )}
      {leaving && (
        <ConfirmSheet
          title={text.leaveTitle}
          lines={[text.leaveHelp]}
          yes={text.leave}
          no={text.leaveNo}
          problem={leave.error}
          busy={leave.isPending}
          onYes={() => leave.mutate(given)}
          onClose={() => setLeaving(false)}
        />
      )}
    </Box>
  )
}
