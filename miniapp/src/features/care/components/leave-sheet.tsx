import { useState } from 'react'
import { useSignal } from '../../../shared/app-state/signal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
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
    <ConfirmSheet
      title={tabletText.leaveTitle}
      lines={[tabletText.leaveHelp]}
      yes={tabletText.leaveYes}
      no={tabletText.stay}
      onYes={leaveTablet}
      onClose={onClose}
    >
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
    </ConfirmSheet>
  )
}
