import type { CaseDetail } from '@linli/contracts/cases'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useDecline, useGroupRule } from './api'
import { lineText } from './text'

export function DeclineSheet({ one, onClose }: { one: CaseDetail; onClose: () => void }) {
  const together = useGroupRule(one.id) === 'all'
  const decline = useDecline(() => {
    say(lineText.declined)
    onClose()
  })
  return (
    <Sheet title={lineText.declineTitle} onClose={onClose}>
      <Box>{lineText.declineHelp}</Box>
      {together && <Box>{lineText.together}</Box>}
      <Refusal problem={decline.error} />
      <Button look="ghost" onTap={onClose}>
        {lineText.declineNo}
      </Button>
      <Button
        look="warm"
        busy={decline.isPending}
        onTap={() => decline.mutate({ params: { id: one.id }, body: {} })}
      >
        {lineText.decline}
      </Button>
    </Sheet>
  )
}
