import type { CaseDetail } from '@linli/contracts/cases'
import { say } from '../../../shared/toast'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/refusal'
import { Sheet } from '../../../shared/ui/sheet'
import { useLeaveLine } from '../api'
import { lineText } from './text'

export function LeaveSheet({ one, onClose }: { one: CaseDetail; onClose: () => void }) {
  const leave = useLeaveLine({
    queued: onClose,
    done() {
      say(lineText.leaveDone)
      onClose()
    },
  })
  return (
    <Sheet title={lineText.leaveTitle} onClose={onClose}>
      <Box>{lineText.leaveHelp}</Box>
      <Refusal problem={leave.error} />
      <Button look="ghost" onTap={onClose}>
        {lineText.leaveNo}
      </Button>
      <Button
        look="warm"
        busy={leave.isPending}
        onTap={() => leave.mutate({ params: { id: one.id }, body: {} })}
      >
        {lineText.leave}
      </Button>
    </Sheet>
  )
}
