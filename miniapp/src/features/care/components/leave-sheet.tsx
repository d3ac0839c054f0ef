import { useState } from 'react'
import { useSignal } from '../../../shared/app-state/signal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import type { CareBoard } from '../care-board'
import { waitingIn } from '../records'
import { leaveTablet } from '../tablet'
import { tabletText } from '../tablet-text'

/** Signs the carer out of the tablet: the list goes; what has not been sent yet is said, and is not lost. */
export function LeaveSheet({ board, onClose }: { board: CareBoard; onClose: () => void }) {
  const waiting = waitingIn(useSignal(board.queue.items)).length
  const [busy, setBusy] = useState(false)
  const upload = async () => {
    setBusy(true)
    await board.send()
    setBusy(false)
  }
  return (
    <Sheet title={tabletText.leaveTitle} onClose={onClose}>
      <Box as="p">{tabletText.leaveHelp}</Box>
      {waiting > 0 && (
        <>
          <Box as="p" className="care-bar" role="alert">
            {tabletText.leaveWaits(waiting)}
          </Box>
          <Button busy={busy} onTap={() => void upload()}>
            {tabletText.upload}
          </Button>
        </>
      )}
      <Button look="ghost" onTap={onClose}>
        {tabletText.stay}
      </Button>
      <Button look="warm" onTap={leaveTablet}>
        {tabletText.leaveYes}
      </Button>
    </Sheet>
  )
}
