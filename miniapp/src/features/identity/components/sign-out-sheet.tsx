import { outbox, waitingLabels } from '../../../shared/http/outbox'
import { endSessionHere } from '../../../shared/session/session'
import { useSignal } from '../../../shared/app-state/signal'
import { goTab } from '../../../shared/navigation/navigate'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useEndAllSessions, useEndSession } from '../api'
import { identityText } from '../text'

interface Props {
  everywhere: boolean
  onClose: () => void
}

/** Signs out here, or on every device, at once. */
export function SignOutSheet({ everywhere, onClose }: Props) {
  const loses = waitingLabels(useSignal(outbox))
  const done = () => {
    onClose()
    endSessionHere(null)
    if (loses === '') say(identityText.signedOut)
    goTab('me')
  }
  const here = useEndSession(done)
  const all = useEndAllSessions(done)
  const leave = () => (everywhere ? all.mutate({}) : here.mutate({ params: { id: 'current' } }))
  return (
    <Sheet title={everywhere ? identityText.endAllAsk : identityText.signOutAsk} onClose={onClose}>
      <Box>{everywhere ? identityText.endAllHelp : identityText.signOutHelp}</Box>
      {loses !== '' && <Box className="strong">{identityText.signOutLoses(loses)}</Box>}
      <Refusal problem={here.error ?? all.error} />
      <Button look="ghost" onTap={onClose}>
        {identityText.stay}
      </Button>
      <Button look="warm" busy={here.isPending || all.isPending} onTap={leave}>
        {everywhere ? identityText.endAll : identityText.signOut}
      </Button>
    </Sheet>
  )
}
