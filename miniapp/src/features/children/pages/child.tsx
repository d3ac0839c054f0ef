import type { Child } from '@linli/contracts/children'
import { useRouter } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { Age, Answered } from '../../../shared/ui/answers/answered'
import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import { Card } from '../../../shared/ui/card'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { useChild, useChildren } from '../api'
import { BarredCard } from '../components/barred-card'
import { CodeSheet } from '../components/code-sheet'
import { ConsentCard } from '../components/consent-card'
import { DataCard } from '../components/data-card'
import { GuardiansCard } from '../components/guardians-card'
import { Missing } from '../components/missing'
import { NoChild } from '../components/no-child'
import { PickupCard } from '../components/pickup-card'
import { CircumstancesCard, ContactsCard, HealthCard, ProfileCard } from '../components/profile-cards'
import { Withheld } from '../components/withheld'
import { peopleText } from '../people-text'
import { childText, childrenText, consentText } from '../text'
import { mayDecide } from '../words'

export default function ChildPage() {
  const { id = '' } = useRouter().params
  const signedIn = useSession() !== null
  const listed = useChildren(signedIn)
  const summary = listed.data?.children.find((one) => one.id === id)
  const withheld = summary !== undefined && (!summary.knows || summary.frozen !== null)
  const query = useChild(id, signedIn && listed.isFetched && !withheld)
  if (id === '') return <NoChild title={childText.title} />
  if (signedIn && withheld) return <Withheld child={summary} />
  if (signedIn && query.data !== undefined) {
    return <Shown child={query.data} age={<Age of={query} />} />
  }
  return (
    <Page title={childText.title}>
      {signedIn ? (
        <Answered query={query} blocks={[150, 130, 180, 150]}>
          {() => null}
        </Answered>
      ) : (
        <SignInFirst help={childrenText.signInHelp} returnTo={pages.child(id)} />
      )}
    </Page>
  )
}

function Shown({ child, age }: { child: Child; age: ReactNode }) {
  const [asking, setAsking] = useState(false)
  const decides = mayDecide(child)
  const main = <Main child={child} onCode={() => setAsking(true)} />
  return (
    <Page title={child.nickname} bar={main}>
      {age}
      <Missing child={child} />
      <ProfileCard child={child} />
      <PickupCard child={child} />
      <HealthCard child={child} />
      <ContactsCard child={child} />
      <CircumstancesCard child={child} />
      <Card title={childText.more}>
        <Row title={childText.days} under={childText.daysHelp} to={pages.childDays(child.id)} />
        <Row title={childText.access} to={pages.childAccess(child.id)} />
      </Card>
      <GuardiansCard child={child} />
      <BarredCard child={child} />
      {decides && <ConsentCard child={child} />}
      <DataCard child={child} />
      {asking && <CodeSheet child={child} onClose={() => setAsking(false)} />}
    </Page>
  )
}

/** The likeliest reason to come here; before it, what it needs. */
function Main({ child, onCode }: { child: Child; onCode: () => void }) {
  const phone = usePhone(null)
  if (!mayDecide(child)) return <Button onTap={() => dial(phone)}>{childText.call}</Button>
  if (!child.consented) return <Button to={pages.editChild(child.id)}>{consentText.read}</Button>
  return (
    <>
      <Button to={pages.programmes}>{childText.signUp}</Button>
      <Button look="ghost" onTap={onCode}>
        {peopleText.code}
      </Button>
    </>
  )
}
