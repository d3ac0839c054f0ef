import type { ChildSummary } from '@linli/contracts/children'
import { pages } from '../../../shared/pages'
import { useSession } from '../../../shared/session'
import { Answered } from '../../../shared/ui/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { SignInFirst } from '../../../shared/ui/failure'
import { Page } from '../../../shared/ui/page'
import { Row } from '../../../shared/ui/row'
import { useChildren } from '../api'
import { ChildRow } from '../components/child-row'
import { childrenText } from '../text'

export default function ChildrenPage() {
  const signedIn = useSession() !== null
  const query = useChildren(signedIn)
  if (!signedIn) {
    return (
      <Page title={childrenText.title}>
        <SignInFirst help={childrenText.signInHelp} returnTo={pages.children} />
      </Page>
    )
  }
  return (
    <Page title={childrenText.title} bar={<Button to={pages.editChild()}>{childrenText.add}</Button>}>
      <Answered query={query} blocks={[180]}>
        {({ children }) => <Listed all={children} />}
      </Answered>
      <Card>
        <Row title={childrenText.join} under={childrenText.joinHelp} to={pages.joinChild} />
        <Row title={childrenText.programmes} under={childrenText.help} to={pages.programmes} />
      </Card>
    </Page>
  )
}

function Listed({ all }: { all: readonly ChildSummary[] }) {
  if (all.length === 0)
    return <Blank icon="people" title={childrenText.empty} help={childrenText.emptyHelp} />
  return (
    <Box as="section" className="card">
      {all.map((child) => (
        <ChildRow key={child.id} child={child} />
      ))}
    </Box>
  )
}
