import './teams.css'
import { type DeskTeam, teamKind, type TeamKind } from '@linli/contracts/teams'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { missingAt, useMissingFields } from '../../../shared/forms/missing-fields'
import { faultText } from '../../../shared/http/problem-text'
import { go } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { useCreate } from '../api'
import { deskText as text, kindWord } from '../text'

interface Props {
  division: string
  teams: readonly DeskTeam[]
  onDone: () => void
}

const kinds = teamKind.options.map((value) => ({ value, word: kindWord[value] }))

/** A new team of this division: its kind, its name, and the organisation that it belongs to. */
export function Create({ division, teams, onDone }: Props) {
  const [kind, setKind] = useState<TeamKind>('team')
  const [name, setName] = useState('')
  const [organisationId, setOrganisation] = useState<string | null>(null)
  const missing = useMissingFields()
  const create = useCreate(({ id }) => {
    say(text.made)
    onDone()
    go(pages.team(id))
  })
  const organisations = teams.filter((team) => team.kind === 'organisation' && team.open)
  const problem = missing.problem ?? create.error
  const send = () =>
    missing.check(name.trim() === '' ? [missingAt('name', text.nameNeeds)] : []) &&
    create.mutate({
      body: { division, kind, name: name.trim(), organisationId: kind === 'team' ? organisationId : null },
    })
  return (
    <Card title={text.create}>
      <Choice label={text.kind} options={kinds} chosen={kind} onChoose={setKind} />
      <Field
        id="team-new-name"
        label={text.name}
        placeholder={text.nameHint}
        help={text.nameHelp}
        maxLength={30}
        value={name}
        fault={faultText(problem, 'body.name')}
        onInput={setName}
      />
      {kind === 'team' && organisations.length > 0 && (
        <Box className="field">
          <Box className="label">{text.organisation}</Box>
          <Choice
            label={text.organisation}
            options={[
              { value: '', word: text.noOrganisation },
              ...organisations.map((one) => ({ value: one.id, word: one.name })),
            ]}
            chosen={organisationId ?? ''}
            onChoose={(chosen) => setOrganisation(chosen === '' ? null : chosen)}
          />
        </Box>
      )}
      <Refusal problem={problem} />
      <Button busy={create.isPending} onTap={send}>
        {text.save}
      </Button>
    </Card>
  )
}
