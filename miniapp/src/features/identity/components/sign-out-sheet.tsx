import { inDrafts, letGo } from '../../../shared/files/let-go'
import { outbox, waitingLabels } from '../../../shared/http/outbox'
import { endSessionHere } from '../../../shared/session/session'
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

const patienceMs = 3_000

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
  const leave = async () => {
    // Drafts go with the session, and their pictures while it still stands; a slow network is not waited for.
    await Promise.race([letGo(inDrafts()), new Promise((done) => setTimeout(done, patienceMs))])
    if (everywhere) all.mutate({})
    else here.mutate({ params: { id: 'current' } })
  }
  return (
    <ConfirmSheet
      title={everywhere ? identityText.endAllAsk : identityText.signOutAsk}
      lines={[everywhere ? identityText.endAllHelp : identityText.signOutHelp]}
      yes={everywhere ? identityText.endAll : identityText.signOut}
      no={identityText.stay}
      problem={here.error ?? all.error}
      busy={here.isPending || all.isPending}
      onYes={() => void leave()}
      onClose={onClose}
    >
      {loses !== '' && <Box className="strong">{identityText.signOutLoses(loses)}</Box>}
    </ConfirmSheet>
  )
}
