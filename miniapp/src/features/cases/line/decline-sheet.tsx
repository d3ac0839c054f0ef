import type { CaseDetail } from '@linli/contracts/cases'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useDecline, useGroupRule } from './api'
import { lineText } from './text'

export function DeclineSheet({ one, onClose }: { one: CaseDetail; onClose: () => void }) {
  const together = useGroupRule(one.id) === 'all'
  const decline = useDecline(() => {
    say(lineText.declined)
    onClose()
  })
  return (
    <ConfirmSheet
      title={lineText.declineTitle}
      lines={together ? [lineText.declineHelp, lineText.together] : [lineText.declineHelp]}
      yes={lineText.decline}
      no={lineText.declineNo}
      problem={decline.error}
      busy={decline.isPending}
      onYes={() => decline.mutate({ params: { id: one.id }, body: {} })}
      onClose={onClose}
    />
  )
}
