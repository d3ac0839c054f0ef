import { carry } from '../carried'
import { back, go } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import type { ProblemError } from '../../../shared/http/problem'
import { useMe } from '../../../shared/session/session'
import { say } from '../../../shared/ui/page/say'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { useBindPhone, useChangePhone } from '../api'
import { AtCounter } from '../components/at-counter'
import { NumberChanges } from '../components/number-changes'
import { PhoneForm } from '../components/phone-form'
import { identityText } from '../text'
import type { Proven } from '../../../shared/forms/use-phone-code'
import { Lead } from '../../../shared/ui/lead'

/** The number of the account: a first one, or another one in its place. */
export default function PhonePage() {
  const me = useMe()
  return (
    <Page title={identityText.phone}>
      {me === null ? (
        <SignInFirst help={identityText.guestHelp} returnTo={pages.phone} />
      ) : (
        <>
          {me.phone === null ? <Bind /> : <Change now={me.phone} />}
          <Card>
            <Row title={identityText.merge} under={identityText.mergeRow} to={pages.mergeAccounts} />
          </Card>
          <NumberChanges />
        </>
      )}
    </Page>
  )
}

function Bind() {
  const bind = useBindPhone(() => {
    say(identityText.saved)
    back()
  })
  return (
    <>
      <Lead picture="post">{identityText.phoneHelp}</Lead>
      <PhoneForm
        name="bind"
        go={identityText.bindPhone}
        use={{
          busy: bind.isPending,
          problem: bind.error,
          reset: bind.reset,
          submit: (phone, code) => bind.mutate({ body: { phone, code } }),
        }}
        onward={toMerge}
      />
    </>
  )
}

function Change({ now }: { now: string }) {
  const change = useChangePhone(() => {
    say(identityText.phoneSwapped)
    back()
  })
  return (
    <>
      <Lead picture="post" title={identityText.phoneNow(now)}>
        {identityText.phoneNewHelp}
      </Lead>
      <PhoneForm
        name="change"
        label={identityText.phoneNew}
        go={identityText.phoneSwap}
        use={{
          busy: change.isPending,
          problem: change.error,
          reset: change.reset,
          submit: (phone, code) => change.mutate({ body: { phone, code } }),
        }}
        onward={toMerge}
      />
      <Card title={identityText.phoneLost}>
        <AtCounter bring={identityText.phoneLostHelp} />
      </Card>
    </>
  )
}

/** Somebody has this number: if it is the same person, the two become one, with the code that was not spent. */
function toMerge({ code }: ProblemError, proven: Proven) {
  if (code !== 'phone_taken') return null
  const walk = () => {
    carry(proven)
    go(pages.mergeAccounts)
  }
  return <Button onTap={walk}>{identityText.mergeGo}</Button>
}
