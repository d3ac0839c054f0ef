import './teams.css'
import type { TeamDetail } from '@linli/contracts/teams'
import { skillWord } from '@linli/contracts/volunteer-words'
import { useState } from 'react'
import { Field } from '../../../shared/forms/field'
import { faultText } from '../../../shared/http/problem-text'
import { pages } from '../../../shared/navigation/pages'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useClose, useNameLeader, useRename, useRoster } from '../api'
import { deskText as text, memberText } from '../text'

/** What staff alone do: choose a leader out of the roster, rename it, close it. */
export function Manage({ team }: { team: TeamDetail }) {
  return (
    <Card title={text.manage}>
      <Choosing team={team} />
      <Naming team={team} />
      <Closing team={team} />
    </Card>
  )
}

function Choosing({ team }: { team: TeamDetail }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look="ghost" onTap={() => setOpen(!open)}>
        {open ? text.hide : text.choose}
      </Button>
      {open && <Roster team={team} onNamed={() => setOpen(false)} />}
    </>
  )
}

function Roster({ team: { id, division }, onNamed }: { team: TeamDetail; onNamed: () => void }) {
  const query = useRoster(division)
  const named = useNameLeader(() => {
    say(memberText.named)
    onNamed()
  })
  return (
    <>
      <Box className="muted">{text.chooseHelp}</Box>
      <Refusal problem={named.error} />
      <Answered query={query} blocks={[80, 80]}>
        {({ pages: shown }) => {
          const all = shown.flatMap(({ volunteers }) => volunteers).filter(({ isMinor }) => !isMinor)
          if (all.length === 0) return <Blank picture="hand" title={text.nobody} />
          return all.map(({ caseId, number, skills, communityName }) => (
            <Box key={caseId} className="team-one">
              <Box>{skills.map((each) => skillWord[each]).join('、')}</Box>
              <Box className="muted">{`${communityName} · ${number}`}</Box>
              <Box className="team-one__acts">
                <Tap className="choice" label={`${text.who}：${number}`} to={pages.deskCase(caseId)}>
                  {text.who}
                </Tap>
                <Tap
                  className="choice"
                  label={`${memberText.name}：${number}`}
                  disabled={named.isPending}
                  onTap={() => named.mutate({ params: { id }, body: { caseId, leads: true } })}
                >
                  {memberText.name}
                </Tap>
              </Box>
            </Box>
          ))
        }}
      </Answered>
      {query.hasNextPage && (
        <Button look="ghost" busy={query.isFetchingNextPage} onTap={() => void query.fetchNextPage()}>
          {text.more}
        </Button>
      )}
    </>
  )
}

function Naming({ team: { id, name, organisation } }: { team: TeamDetail }) {
  const [written, setWritten] = useState(name)
  const rename = useRename(() => say(text.renamed))
  const body = { name: written.trim(), organisationId: organisation?.id ?? null }
  return (
    <>
      <Field
        id="team-name"
        label={text.name}
        help={text.nameHelp}
        maxLength={30}
        value={written}
        fault={faultText(rename.error, 'body.name')}
        onInput={setWritten}
      />
      <Refusal problem={rename.error} />
      {body.name !== '' && body.name !== name && (
        <Button look="ghost" busy={rename.isPending} onTap={() => rename.mutate({ params: { id }, body })}>
          {text.rename}
        </Button>
      )}
    </>
  )
}

function Closing({ team: { id } }: { team: TeamDetail }) {
  const [asked, setAsked] = useState(false)
  const close = useClose(() => {
    say(text.wasClosed)
    setAsked(false)
  })
  return (
    <>
      <Button look="danger" onTap={() => setAsked(true)}>
        {text.close}
      </Button>
      {asked && (
        <ConfirmSheet
          title={text.closeTitle}
          lines={text.closeLines}
          yes={text.closeYes}
          no={text.closeNo}
          problem={close.error}
          busy={close.isPending}
          onYes={() => close.mutate({ params: { id }, body: {} })}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  )
}
