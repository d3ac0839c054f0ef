import type { OwnAgreements } from '@linli/contracts/agreements'
import { useState } from 'react'
import { back, goTab } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { endSessionHere, useSession } from '../../../shared/session/session'
import { momentWords } from '../../../shared/time/time-words'
import { say } from '../../../shared/ui/page/say'
import { AgreeBox } from '../../../shared/agreements/agree-box'
import { Answered } from '../../../shared/ui/answers/answered'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Row } from '../../../shared/ui/row'
import { useConsent } from '../../../shared/agreements/use-consent'
import { useAgree, useLeave, useOwnAgreements } from '../api'
import { agreementText } from '../text'
import { Lead } from '../../../shared/ui/lead'

/** Asks for an agreement to the versions that took effect, and shows those that were agreed to. */
export default function AgreePage() {
  const signedIn = useSession() !== null
  const own = useOwnAgreements(signedIn)
  const waits = signedIn && own.data !== undefined && own.data.needed.length > 0
  return (
    <Page title={waits ? agreementText.ask : agreementText.mine}>
      {signedIn ? (
        <Answered query={own} blocks={[240]}>
          {(answer) => (answer.needed.length > 0 ? <Asked of={answer} /> : <Agreed of={answer} />)}
        </Answered>
      ) : (
        <SignInFirst help={agreementText.guest} returnTo={pages.agree} />
      )}
    </Page>
  )
}

function Asked({ of: { needed } }: { of: OwnAgreements }) {
  const consent = useConsent()
  const [leaving, setLeaving] = useState(false)
  const agree = useAgree(back)
  const go = () => {
    if (!consent.demand() || consent.agreed === null) return
    agree.mutate({ body: { agreed: consent.agreed } }, { onError: consent.refused })
  }
  return (
    <>
      <Lead picture="book">{agreementText.askHelp}</Lead>
      <Refusal problem={agree.error?.code === 'agreement_needed' ? null : agree.error} />
      <Card>
        {needed.map(({ kind, title, version }) => (
          <Row key={kind} title={agreementText.read(title)} to={pages.text(kind, version)} />
        ))}
      </Card>
      <AgreeBox consent={consent} />
      <Button busy={agree.isPending} onTap={go}>
        {agreementText.go}
      </Button>
      <Button look="plain" onTap={() => setLeaving(true)}>
        {agreementText.leave}
      </Button>
      {leaving && <Leave onClose={() => setLeaving(false)} />}
    </>
  )
}

function Leave({ onClose }: { onClose: () => void }) {
  const leave = useLeave(() => {
    endSessionHere(null)
    say(agreementText.left)
    goTab('home')
  })
  return (
    <ConfirmSheet
      title={agreementText.leaveAsk}
      lines={[agreementText.leaveHelp]}
      yes={agreementText.leaveYes}
      no={agreementText.stay}
      problem={leave.error}
      busy={leave.isPending}
      onYes={() => leave.mutate({ params: { id: 'current' } })}
      onClose={onClose}
    />
  )
}

const Agreed = ({ of: { agreed } }: { of: OwnAgreements }) => (
  <>
    {agreed.length === 0 ? (
      <Blank picture="tea" title={agreementText.allAgreed} help={agreementText.allAgreedHelp}>
        <Button onTap={() => goTab('home')}>{agreementText.home}</Button>
      </Blank>
    ) : (
      <>
        <Lead picture="book" title={agreementText.allAgreed}>
          {agreementText.allAgreedHelp}
        </Lead>
        <Card>
          {agreed.map(({ kind, title, version, agreedAt }) => (
            <Row
              key={`${kind} ${version}`}
              title={agreementText.titleOf(title, version)}
              under={agreementText.agreedAt(momentWords(agreedAt, Date.now()))}
              to={pages.text(kind, version)}
            />
          ))}
        </Card>
      </>
    )}
  </>
)
