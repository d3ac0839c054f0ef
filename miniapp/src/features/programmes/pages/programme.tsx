import type { Programme } from '@linli/contracts/programmes'
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { Age, Answered } from '../../../shared/ui/answers/answered'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Failure } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { useProgramme } from '../api'
import { ChildrenChoice } from '../components/children-choice'
import { MyEntries } from '../components/my-entries'
import { NoProgramme } from '../components/no-programme'
import { PlanCard, RulesCard } from '../components/programme-facts'
import { ProgrammeHead } from '../components/programme-head'
import { Result } from '../components/result'
import { SiblingRule } from '../components/sibling-rule'
import { SignUpBar } from '../components/sign-up-bar'
import { takesSignUps } from '../phase'
import { programmeText } from '../text'
import { useServerClock } from '../use-server-clock'
import { useSignUpHere } from '../use-sign-up'

export default function ProgrammePage() {
  const { id = '' } = useRouter().params
  const query = useProgramme(id)
  if (id === '') return <NoProgramme title={programmeText.title} />
  if (query.data !== undefined) {
    return <Shown programme={query.data} heardAt={query.dataUpdatedAt} age={<Age of={query} />} />
  }
  return (
    <Page title={programmeText.title}>
      <Answered query={query} blocks={[140, 160, 260, 160]}>
        {() => null}
      </Answered>
    </Page>
  )
}

interface Props {
  programme: Programme
  heardAt: number
  age: ReactNode
}

function Shown({ programme, heardAt, age }: Props) {
  const now = useServerClock(programme.now, heardAt, programme.opensAt)
  const here = useSignUpHere(programme, now)
  const { children, choice, eligibility, entries, phase } = here
  const asks = phase === 'announced' || takesSignUps(phase)
  return (
    <Page
      title={programme.name}
      phone={programme.communityPhone}
      bar={<SignUpBar programme={programme} here={here} now={now} />}
    >
      {age}
      <Result entries={entries} />
      {here.more !== null && (
        <Card>
          <Row title={programmeText.moreChildren} onTap={here.more} />
        </Card>
      )}
      <ProgrammeHead programme={programme} phase={phase} now={now} />
      {children === undefined && eligibility.isError && (
        <Failure problem={eligibility.error} again={() => void eligibility.refetch()} />
      )}
      {children !== undefined && entries.length === 0 && <MyEntries children={children} />}
      {asks && entries.length === 0 && children?.some((child) => child.caseId === null) && (
        <>
          <ChildrenChoice children={children} choice={choice} />
          <SiblingRule choice={choice} />
        </>
      )}
      <PlanCard one={programme} now={now} />
      <RulesCard one={programme} now={now} />
      <Ways programme={programme} />
    </Page>
  )
}

function Ways({ programme }: { programme: Programme }) {
  return (
    <>
      {programme.draw !== null && (
        <Card>
          <Row title={programmeText.draw} under={programmeText.drawHelp} to={pages.draw(programme.id)} />
        </Card>
      )}
      {programme.canManage && (
        <Button look="plain" to={pages.deskProgramme(programme.id)}>
          {programmeText.manage}
        </Button>
      )}
    </>
  )
}
