import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { useLeaving } from '../api'
import { LeaveSheet } from '../components/leave-sheet'
import { Points } from '../components/points'
import { StandingCard } from '../components/standing-card'
import { leaveText } from '../text'
import { Lead } from '../../../shared/ui/lead'

/** What goes, what stays and when, before anything is asked; what still stands in the way comes first. */
export default function LeavePage() {
  const me = useMe()
  return (
    <Page title={leaveText.title}>
      {me === null ? <SignInFirst help={leaveText.signInHelp} returnTo={pages.leave} /> : <Leaving />}
    </Page>
  )
}

function Leaving() {
  const query = useLeaving(true)
  const [asking, setAsking] = useState(false)
  return (
    <Answered query={query} blocks={[120, 180, 180]}>
      {({ standing, children }) => (
        <>
          <Lead picture="sign">{leaveText.lead}</Lead>
          {standing.length > 0 && <StandingCard standing={standing} />}
          <Card title={leaveText.goes}>
            <Points of={leaveText.goesPoints} />
          </Card>
          {children.length > 0 && <Children all={children} />}
          <Card title={leaveText.stays}>
            <Points of={leaveText.staysPoints} />
          </Card>
          <Card title={leaveText.when}>
            <Points of={leaveText.whenPoints} />
          </Card>
          <Card>
            <Row title={leaveText.keep} to={pages.exportMe} />
          </Card>
          {standing.length === 0 && (
            <Button look="warm" onTap={() => setAsking(true)}>
              {leaveText.go}
            </Button>
          )}
          {asking && <LeaveSheet onClose={() => setAsking(false)} />}
        </>
      )}
    </Answered>
  )
}

function Children({ all }: { all: readonly { nickname: string; fate: 'erased' | 'stays' }[] }) {
  const says = all.map(({ nickname, fate }) =>
    fate === 'erased' ? leaveText.childErased(nickname) : leaveText.childStays(nickname),
  )
  return (
    <Card title={leaveText.children}>
      <Points of={says} />
      {all.some(({ fate }) => fate === 'stays') && <Box as="p">{leaveText.barsStay}</Box>}
    </Card>
  )
}
