import '../components/sign-in.css'
import { back } from '../../../shared/navigate'
import { useMe } from '../../../shared/session'
import { say } from '../../../shared/toast'
import { Box } from '../../../shared/ui/base/box'
import { Page } from '../../../shared/ui/page'
import { useBindPhone } from '../api'
import { PhoneForm } from '../components/phone-sign-in'
import { identityText } from '../text'

/** Gives or changes the number. */
export default function PhonePage() {
  const now = useMe()?.phone ?? null
  const bind = useBindPhone(() => {
    say(identityText.saved)
    back()
  })
  return (
    <Page title={identityText.phone}>
      {now !== null && <Box as="p">{identityText.phoneNow(now)}</Box>}
      <Box as="p" className="muted">
        {identityText.phoneHelp}
      </Box>
      <PhoneForm
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
