import { signOutHere } from '../../../shared/files/let-go'
import { outbox, waitingLabels } from '../../../shared/http/outbox'
import { useSignal } from '../../../shared/app-state/signal'
import { goTab } from '../../../shared/navigation/navigate'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useEndAllSessions, useEndSession } from '../api'
import { identityText } from '../text'

interface Props {
  everywhere: boolean
  onClose: () => void
}

const nothing = () => undefined

/** Signs out here, or on every device, at once. */
export function SignOutSheet({ everywhere, onClose }: Props) {
  const loses = waitingLabels(useSignal(outbox))
  const done = () => {
    onClose()
    if (loses === '') say(identityText.signedOut)
    goTab('me')
  }
  const here = useEndSession(nothing)
  const all = useEndAllSessions(nothing)
  const end = () => (everywhere ? all.mutateAsync({}) : here.mutateAsync({ params: { id: 'current' } }))
  // Why it failed is said in the sheet.
  const leave = () => void signOutHere(end).then(done, nothing)
  return (
    <ConfirmSheet
      title={everywhere ? identityText.endAllAsk : identityText.signOutAsk}
      lines={[everywhere ? identityText.endAllHelp : identityText.signOutHelp]}
      yes={everywhere ? identityText.endAll : identityText.signOut}
      no={identityText.stay}
      problem={here.error ?? all.error}
      busy={here.isPending || all.isPending}
      onYes={leave}
      onClose={onClose}
    >
      {loses !== '' && <Box className="strong">{identityText.signOutLoses(loses)}</Box>}
    </ConfirmSheet>
  )
}
