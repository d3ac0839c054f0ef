import type { VolunteerDetail } from '@linli/contracts/volunteer-case'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Switch } from '../../../shared/forms/switch'
import { back } from '../../../shared/navigation/navigate'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { say } from '../../../shared/ui/page/say'
import { frameText } from '../../../shared/words/frame-text'
import { useChange, useRegistration, useSetProposals } from '../api'
import { needsOfTimes, Skills, Times } from '../components/availability'
import { changeText, joinText } from '../text'

export default function ChangePage() {
  const { id = '' } = useRouter().params
  return id === '' ? <Gone /> : <Asked id={id} />
}

function Asked({ id }: { id: string }) {
  const query = useRegistration(id)
  const one = query.data
  if (one === undefined)
    return (
      <Page title={changeText.title}>
        <Answered query={query} blocks={[160, 360, 100]}>
          {() => null}
        </Answered>
      </Page>
    )
  return one.type === 'volunteer' && one.can.includes('change') ? <Form one={one} /> : <Gone />
}

const Gone = () => (
  <Page title={changeText.title}>
    <Blank picture="sign" title={frameText.gone} alert>
      <Button onTap={back}>{frameText.back}</Button>
    </Blank>
  </Page>
)

/** All that its person changes at any time; staff need not look again. */
function Form({ one }: { one: VolunteerDetail }) {
  const [said, setSaid] = useState(one.facts)
  const { skills, times, reach } = said
  const write = useChange(() => {
    say(changeText.saved)
    back()
  })
  const needs = skills.length === 0 ? joinText.skillsNeeds : needsOfTimes(times, reach)
  return (
    <Page
      title={changeText.title}
      bar={
        <Button
          busy={write.isPending}
          needs={needs}
          onTap={() => write.mutate({ params: { id: one.id }, body: { skills, times, reach } })}
        >
          {changeText.save}
        </Button>
      }
    >
      <Refusal problem={write.error} />
      <Skills
        title={changeText.skills}
        chosen={skills}
        onChange={(chosen) => setSaid({ ...said, skills: chosen })}
      />
      <Times
        times={times}
        far={reach}
        onTimes={(chosen) => setSaid({ ...said, times: chosen })}
        onFar={(chosen) => setSaid({ ...said, reach: chosen })}
      />
      {!one.facts.isMinor && <Invitations one={one} />}
    </Page>
  )
}

/** Whether staff may ask for a task: it counts at once. */
function Invitations({ one }: { one: VolunteerDetail }) {
  const [wanted, setWanted] = useState(one.facts.proposals)
  const write = useSetProposals(() => say(changeText.saved))
  const toggle = () => {
    setWanted(!wanted)
    write.mutate({ params: { id: one.id }, body: { wanted: !wanted } }, { onError: () => setWanted(wanted) })
  }
  return (
    <Card>
      <Refusal problem={write.error} />
      <Switch on={!wanted} under={changeText.noProposalsHelp} onTap={toggle}>
        {changeText.noProposals}
      </Switch>
    </Card>
  )
}
