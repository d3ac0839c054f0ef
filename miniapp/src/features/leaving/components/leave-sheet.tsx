import { leaveDays } from '@linli/contracts/leaving'
import { useState } from 'react'
import { goTab } from '../../../shared/navigation/navigate'
import { endSessionHere } from '../../../shared/session/session'
import { forgetNamed } from '../../../shared/device/storage'
import { momentWords } from '../../../shared/time/time-words'
import { ConfirmStep } from '../../../shared/forms/confirm-step'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useLeave } from '../api'
import { leaveText } from '../text'

const dayMs = 86_400_000

/** Once more, and then who it is. Afterwards nobody is signed in here, and the page says until when it can be undone. */
export function LeaveSheet({ onClose }: { onClose: () => void }) {
  const [now] = useState(() => Date.now())
  const leave = useLeave((finalAt) => {
    onClose()
    endSessionHere(leaveText.asked(momentWords(finalAt, Date.now())))
    forgetNamed('draft.')
    goTab('me')
  })
  const go = () => leave.mutate({ body: {} })
  if (leave.error?.code === 'confirm_needed')
    return (
      <Sheet key="who" title={leaveText.title} onClose={onClose}>
        <ConfirmStep why={leaveText.why} busy={leave.isPending} onDone={go} />
      </Sheet>
    )
  const until = new Date(now + leaveDays * dayMs).toISOString()
  return (
    <ConfirmSheet
      key="ask"
      title={leaveText.ask}
      lines={[leaveText.askHelp(momentWords(until, now))]}
      yes={leaveText.yes}
      no={leaveText.no}
      problem={leave.error}
      busy={leave.isPending}
      onYes={go}
      onClose={onClose}
    />
  )
}
