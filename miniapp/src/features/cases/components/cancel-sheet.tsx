import type { CaseDetail } from '@linli/contracts/cases'
import type { CancelAct } from '../../../shared/cases/case-parts'
import { useCaseWrite } from '../../../shared/cases/use-case-write'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'

interface Props {
  one: CaseDetail
  act: CancelAct
  onClose: () => void
}

/** Asks before somebody gives up what they have: a room, a place, or a number in a draw. */
export function CancelSheet({ one, act, onClose }: Props) {
  const cancel = useCaseWrite(act, one, {
    queueAs: () => act.queuedAs,
    queued: onClose,
    done() {
      say(act.said)
      onClose()
    },
  })
  return (
    <ConfirmSheet
      {...act.confirm}
      problem={cancel.error}
      busy={cancel.isPending}
      onYes={() => cancel.send()}
      onClose={onClose}
    />
  )
}
