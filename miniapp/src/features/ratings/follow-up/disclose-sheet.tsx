import type { FollowUpCaseDetail } from '@linli/contracts/follow-up-case'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useDisclose } from './api'
import { followUpText } from './text'

/** The unit, or whoever calls, learns who it was: the consequences first. */
export function DiscloseSheet({ one, onClose }: { one: FollowUpCaseDetail; onClose: () => void }) {
  const said = one.facts.confidential ? followUpText.confidential : followUpText
  const { error, isPending, mutate } = useDisclose(() => {
    say(said.disclosed)
    onClose()
  })
  return (
    <ConfirmSheet
      title={said.discloseTitle}
      lines={said.discloseLines}
      yes={said.discloseYes}
      no={said.discloseNo}
      problem={error}
      busy={isPending}
      onYes={() => mutate({ params: { id: one.id }, body: {} })}
      onClose={onClose}
    />
  )
}
