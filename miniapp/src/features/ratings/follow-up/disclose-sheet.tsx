import type { FollowUpCaseDetail } from '@linli/contracts/follow-up-case'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useDisclose } from './api'
import { followUpText } from './text'

/** The unit learns who it was: the consequences first. */
export function DiscloseSheet({ one, onClose }: { one: FollowUpCaseDetail; onClose: () => void }) {
  const { error, isPending, mutate } = useDisclose(() => {
    say(followUpText.disclosed)
    onClose()
  })
  return (
    <ConfirmSheet
      title={followUpText.discloseTitle}
      lines={followUpText.discloseLines}
      yes={followUpText.discloseYes}
      no={followUpText.discloseNo}
      problem={error}
      busy={isPending}
      onYes={() => mutate({ params: { id: one.id }, body: {} })}
      onClose={onClose}
    />
  )
}
