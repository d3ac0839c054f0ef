import '../components/visits.css'
import type { ListedElder } from '@linli/contracts/visit-register'
import { elderStateWord } from '@linli/contracts/visit-words'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { type RegisterShown, useElders } from '../api'
import { InCommunity } from '../components/places'
import { ElderTags, lastWords } from '../components/tags'
import { registerText, visitsText } from '../text'

const shows: readonly RegisterShown[] = ['all', 'urgent', 'left']

/** The elders of a community for those who work there, what presses first. */
export default function RegisterPage() {
  return (
    <Page title={registerText.title} wide>
      <Box className="visits">
        <InCommunity returnTo={pages.elders}>
          {({ division }) => <Register key={division} community={division} />}
        </InCommunity>
      </Box>
    </Page>
  )
}

function Register({ community }: { community: string }) {
  const [show, setShow] = useState<RegisterShown>('all')
  const query = useElders(community, show)
  const keeps =
    useMe()?.grants.some(({ role, division }) => role === 'staff' && division === community) ?? false
  return (
    <>
      <Choice
        label={registerText.show}
        options={shows.map((value) => ({ value, word: registerText.shows[value] }))}
        chosen={show}
        onChoose={setShow}
      />
      {keeps && <Button to={pages.editElder(community)}>{registerText.add}</Button>}
      <Answered query={query} blocks={[60, 130, 130, 130]}>
        {({ elders }) => <Elders elders={elders} show={show} />}
      </Answered>
      <Card>
        <Row title={registerText.visitors} under={registerText.visitorsHelp} to={pages.visitors} />
        <Row
          title={registerText.figures}
          under={registerText.figuresHelp}
          to={pages.visitFigures(community)}
        />
      </Card>
      <Box className="muted">{visitsText.recorded}</Box>
    </>
  )
}

function Elders({ elders, show }: { elders: readonly ListedElder[]; show: RegisterShown }) {
  const now = useNow()
  if (elders.length === 0)
    return <Blank picture="hand" title={registerText.empty[show]} help={registerText.emptyHelp} />
  const seen = elders.filter(({ standing }) => standing === 'seen').length
  return (
    <>
      {show === 'all' && (
        <Box as="h2" className="title">
          {registerText.count(seen, elders.length)}
        </Box>
      )}
      <Box className="visits-list">
        {elders.map((one) => (
          <Elder key={one.id} one={one} now={now} />
        ))}
      </Box>
    </>
  )
}

const Elder = ({ one, now }: { one: ListedElder; now: number }) => (
  <Box className="elder" role="group" label={one.name}>
    <Tap className="elder__head" to={pages.elder(one.id)}>
      <Box className="elder__name">{one.name}</Box>
      <ElderTags one={one} />
    </Tap>
    {one.urgent && <Box className="elder__urgent">{visitsText.urgentHelp}</Box>}
    <Box>{one.visitor === null ? registerText.nobody : registerText.by(one.visitor.name)}</Box>
    <Box className="muted">{one.state === 'active' ? lastWords(one, now) : elderStateWord[one.state]}</Box>
  </Box>
)
