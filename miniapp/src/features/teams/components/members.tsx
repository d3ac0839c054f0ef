import './teams.css'
import type { TeamDetail } from '@linli/contracts/teams'
import { useState } from 'react'
import { Blank } from '../../../shared/ui/answers/blank'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { StateTag } from '../../../shared/ui/tag'
import { type Member, useDecide, useMembers, useNameLeader, useTakeOff } from '../api'
import { memberText as text } from '../text'

/** Who asks and who is in it, by name, only after a tap which says that it is recorded. */
export function Members({ team }: { team: TeamDetail }) {
  const look = useMembers()
  const read = () => look.mutate({ params: { id: team.id } })
  const members = look.data?.members
  const asks = (team.asking ?? 0) > 0
  return (
    <Card title={text.title}>
      {asks && <StateTag tone="bad">{text.asking(team.asking ?? 0)}</StateTag>}
      <Refusal problem={look.error} />
      {members?.length === 0 && <Blank picture="hand" title={text.none} help={text.noneHelp} />}
      {members?.map((one) => (
        <Person key={one.caseId} team={team} one={one} onChange={read} />
      ))}
      <Button look={members === undefined ? 'ghost' : 'plain'} busy={look.isPending} onTap={read}>
        {members !== undefined ? text.again : asks ? text.seeAsking : text.see}
      </Button>
      <Box className="muted">{members === undefined ? text.seeHelp : text.phone}</Box>
    </Card>
  )
}

interface PersonProps {
  team: TeamDetail
  one: Member
  onChange: () => void
}

function Person({ team, one, onChange }: PersonProps) {
  const { name, state, leads, isMinor, own } = one
  return (
    <Box className="team-one">
      <Box className="between">
        <Box className="strong">{name}</Box>
        {state === 'asked' && <StateTag tone="wait">{text.asks}</StateTag>}
        {leads && <StateTag tone="good">{text.leader}</StateTag>}
      </Box>
      {isMinor && <Box className="muted">{text.minor}</Box>}
      {state === 'asked' && own && <Box className="muted">{text.own}</Box>}
      {state === 'asked' && !own && <Answer team={team} one={one} onChange={onChange} />}
      {state === 'member' && team.canManage && !isMinor && !own && (
        <Leading team={team} one={one} onChange={onChange} />
      )}
      {state === 'member' && !own && (team.canManage || !leads) && (
        <TakingOff team={team} one={one} onChange={onChange} />
      )}
    </Box>
  )
}

function Answer({ team, one: { caseId, name }, onChange }: PersonProps) {
  const decide = useDecide(() => {
    say(text.said)
    onChange()
  })
  const answer = (accept: boolean) => decide.mutate({ params: { id: team.id }, body: { caseId, accept } })
  return (
    <>
      <Refusal problem={decide.error} />
      <Box className="team-one__acts">
        {([true, false] as const).map((accept) => (
          <Tap
            key={String(accept)}
            className="choice"
            label={`${accept ? text.yes : text.no}：${name}`}
            disabled={decide.isPending}
            onTap={() => answer(accept)}
          >
            {accept ? text.yes : text.no}
          </Tap>
        ))}
      </Box>
    </>
  )
}

function Leading({ team, one: { caseId, name, leads }, onChange }: PersonProps) {
  const change = useNameLeader(() => {
    say(leads ? text.tookOff : text.named)
    onChange()
  })
  const word = leads ? text.off : text.name
  return (
    <>
      <Refusal problem={change.error} />
      <Box className="team-one__acts">
        <Tap
          className="choice"
          label={`${word}：${name}`}
          disabled={change.isPending}
          onTap={() => change.mutate({ params: { id: team.id }, body: { caseId, leads: !leads } })}
        >
          {word}
        </Tap>
      </Box>
    </>
  )
}

function TakingOff({ team, one: { caseId, name }, onChange }: PersonProps) {
  const [asked, setAsked] = useState(false)
  const remove = useTakeOff(() => {
    say(text.removed)
    setAsked(false)
    onChange()
  })
  return (
    <Box className="team-one__acts">
      <Tap className="choice" label={`${text.remove}：${name}`} onTap={() => setAsked(true)}>
        {text.remove}
      </Tap>
      {asked && (
        <ConfirmSheet
          title={text.removeTitle(name)}
          lines={text.removeLines}
          yes={text.remove}
          no={text.removeNo}
          problem={remove.error}
          busy={remove.isPending}
          onYes={() => remove.mutate({ params: { id: team.id }, body: { caseId } })}
          onClose={() => setAsked(false)}
        />
      )}
    </Box>
  )
}
