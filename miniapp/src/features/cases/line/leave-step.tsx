import type { CaseDetail } from '@linli/contracts/cases'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { useLeaveLine } from '../api'
import { lineText } from './text'

/** One tap leaves the line (docs/product.md › Rooms); only an offer that would be lost is asked about. */
export function LeaveStep({ one }: { one: CaseDetail }) {
  const leave = useLeaveLine({ queued: () => undefined, done: () => say(lineText.leaveDone) })
  return (
    <>
      <Refusal problem={leave.error} />
      <Button
        look="ghost"
        busy={leave.isPending}
        onTap={() => leave.mutate({ params: { id: one.id }, body: {} })}
      >
        {lineText.leave}
      </Button>
      <Box className="muted">{lineText.leaveHelp}</Box>
    </>
  )
}
