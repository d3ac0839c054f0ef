import type { CaseDetail } from '@linli/contracts/cases'
import { say } from '../../../shared/toast'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/refusal'
import { Sheet } from '../../../shared/ui/sheet'
import { useCancel } from '../api'
import { casesText } from '../text'

export function CancelSheet({ one, onClose }: { one: CaseDetail; onClose: () => void }) {
  const cancel = useCancel({
    queued: onClose,
    done() {
      say(casesText.cancelDone)
      onClose()
    },
  })
  return (
    <Sheet title={casesText.cancelTitle} onClose={onClose}>
      <Box>{casesText.cancelHelp}</Box>
      <Refusal problem={cancel.error} />
      <Button look="ghost" onTap={onClose}>
        {casesText.cancelNo}
      </Button>
      <Button
        look="warm"
        busy={cancel.isPending}
        onTap={() => cancel.mutate({ params: { id: one.id }, body: {} })}
      >
        {casesText.cancelYes}
      </Button>
    </Sheet>
  )
}
