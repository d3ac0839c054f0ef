import { leaveDays } from '@linli/contracts/leaving'
import { useState } from 'react'
import { goTab } from '../../../shared/navigation/navigate'
import { endSessionHere } from '../../../shared/session/session'
import { forgetNamed } from '../../../shared/device/storage'
import { momentWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { ConfirmStep } from '../../../shared/forms/confirm-step'
import { Refusal } from '../../../shared/ui/answers/refusal'
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
    <Sheet key="ask" title={leaveText.ask} onClose={onClose}>
      <Box as="p">{leaveText.askHelp(momentWords(until, now))}</Box>
      <Refusal problem={leave.error} />
      <Button look="ghost" onTap={onClose}>
        {leaveText.no}
      </Button>
      <Button look="warm" busy={leave.isPending} onTap={go}>
        {leaveText.yes}
      </Button>
    </Sheet>
  )
}
