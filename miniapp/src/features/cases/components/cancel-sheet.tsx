import type { CaseDetail } from '@linli/contracts/cases'
import { serviceOf } from '../../../shared/cases/terms'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useCancel, useCancelEnrolment } from '../api'
import { casesText } from '../text'

/** The words for giving up what one has: a room, a place, or a number in a draw. */
export const cancelWords = ({ type, state }: Pick<CaseDetail, 'type' | 'state'>) =>
  casesText.cancel[state === 'entered' ? 'draw' : serviceOf(type)]

export function CancelSheet({ one, onClose }: { one: CaseDetail; onClose: () => void }) {
  const words = cancelWords(one)
  const options = {
    queued: onClose,
    done() {
      say(words.done)
      onClose()
    },
  }
  const booking = useCancel(options)
  const enrolment = useCancelEnrolment(options)
  const cancel = one.type === 'booking' ? booking : enrolment
  return (
    <ConfirmSheet
      title={words.title}
      lines={[words.help]}
      yes={words.yes}
      no={words.no}
      problem={cancel.error}
      busy={cancel.isPending}
      onYes={() => cancel.mutate({ params: { id: one.id }, body: {} })}
      onClose={onClose}
    />
  )
}
