import '../components/sign-in.css'
import { back } from '../../../shared/navigate'
import { useMe } from '../../../shared/session'
import { say } from '../../../shared/toast'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page'
import { useBindPhone } from '../api'
import { PhoneForm } from '../components/phone-sign-in'
import { identityText } from '../text'

/** Gives the account a number; it has one for good, so that nobody else can take its place. */
export default function PhonePage() {
  const now = useMe()?.phone ?? null
  const bind = useBindPhone(() => {
    say(identityText.saved)
    back()
  })
  if (now !== null) {
    return (
      <Page title={identityText.phone}>
        <Card title={identityText.phoneNow(now)}>
          <Box>{identityText.phoneChange}</Box>
        </Card>
      </Page>
    )
  }
  return (
    <Page title={identityText.phone}>
      <Box as="p" className="muted">
        {identityText.phoneHelp}
      </Box>
      <PhoneForm
        name="bind"
        go={identityText.bindPhone}
        use={{
          busy: bind.isPending,
          problem: bind.error,
          reset: bind.reset,
          submit: (phone, code) => bind.mutate({ body: { phone, code } }),
        }}
      />
    </Page>
  )
}
