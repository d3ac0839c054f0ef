import type { TextKind } from '@linli/contracts/agreements'
import { useCommunity } from '../../../shared/app-state/community'
import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { Answered } from '../../../shared/ui/answers/answered'
import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import { Card } from '../../../shared/ui/card'
import { Fact, Row } from '../../../shared/ui/row'
import { frameText } from '../../../shared/words/frame-text'
import { useTexts } from '../api'
import { agreementText } from '../text'

/** What belongs below one of the texts. */
export function AfterText({ kind }: { kind: TextKind }) {
  if (kind === 'help') return <WhomToAsk />
  return kind === 'about' ? <WhoRunsIt /> : null
}

function WhomToAsk() {
  const community = useCommunity()
  const phone = usePhone(null)
  const who = community?.phone == null ? agreementText.callHotline : agreementText.callWho(community.name)
  return (
    <Card title={agreementText.call}>
      <Fact name={who}>{phone}</Fact>
      <Button onTap={() => dial(phone)}>{frameText.dial(phone)}</Button>
      <Row title={agreementText.feedback} to={pages.feedback} />
    </Card>
  )
}

function WhoRunsIt() {
  const texts = useTexts()
  const signedIn = useSession() !== null
  return (
    <Answered query={texts} blocks={[180, 180]}>
      {({ operator, contact, registration, software, texts: heads }) => (
        <>
          <Card>
            <Fact name={agreementText.operator}>{operator ?? agreementText.none}</Fact>
            <Fact name={agreementText.contact}>{contact ?? agreementText.none}</Fact>
            <Fact name={agreementText.registration}>{registration ?? agreementText.none}</Fact>
            <Fact name={agreementText.software}>{software.version}</Fact>
            <Fact name={agreementText.license}>{software.license}</Fact>
          </Card>
          <Card title={agreementText.texts}>
            {heads
              .filter(({ kind }) => kind !== 'about')
              .map(({ kind, title }) => (
                <Row key={kind} title={title} to={pages.text(kind)} />
              ))}
            {signedIn && <Row title={agreementText.mine} to={pages.agree} />}
          </Card>
        </>
      )}
    </Answered>
  )
}
