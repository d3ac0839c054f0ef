import type { ChildSummary } from '@linli/contracts/children'
import { useMode } from '../../../shared/app-state/display-mode'
import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { useChildren } from '../api'
import { ChildDayRow, ChildRow } from '../components/child-row'
import { childrenText } from '../text'

export default function ChildrenPage() {
  const signedIn = useSession() !== null
  const elder = useMode() === 'elder'
  const query = useChildren(signedIn)
  if (!signedIn) {
    return (
      <Page title={childrenText.title}>
        <SignInFirst help={childrenText.signInHelp} returnTo={pages.children} />
      </Page>
    )
  }
  const add = <Button to={pages.editChild()}>{childrenText.add}</Button>
  return (
    <Page title={childrenText.title} bar={!elder && add}>
      <Answered query={query} blocks={[180]}>
        {({ children }) => <Listed all={children} as={elder ? ChildDayRow : ChildRow} />}
      </Answered>
      <Card>
        {elder && <ElderWays all={query.data?.children ?? []} />}
        <Row icon="plus" title={childrenText.join} under={childrenText.joinHelp} to={pages.joinChild} />
        <Row icon="cal" title={childrenText.programmes} under={childrenText.help} to={pages.programmes} />
      </Card>
    </Page>
  )
}

/** What the bar and the rows lead to in the other mode. */
const ElderWays = ({ all }: { all: readonly ChildSummary[] }) => (
  <>
    {all.map(({ id, nickname }) => (
      <Row key={id} title={childrenText.about(nickname)} to={pages.child(id)} />
    ))}
    <Row title={childrenText.add} to={pages.editChild()} />
  </>
)

interface Props {
  all: readonly ChildSummary[]
  as: typeof ChildRow
}

function Listed({ all, as: One }: Props) {
  if (all.length === 0)
    return <Blank picture="care" title={childrenText.empty} help={childrenText.emptyHelp} />
  return (
    <Box as="section" className="card">
      {all.map((child) => (
        <One key={child.id} child={child} />
      ))}
    </Box>
  )
}
