import type { CaseDetail } from '@linli/contracts/cases'
import { serviceOf } from '../../../shared/cases/terms'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
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
    <Sheet title={words.title} onClose={onClose}>
      <Box>{words.help}</Box>
      <Refusal problem={cancel.error} />
      <Button look="ghost" onTap={onClose}>
        {words.no}
      </Button>
      <Button
        look="warm"
        busy={cancel.isPending}
        onTap={() => cancel.mutate({ params: { id: one.id }, body: {} })}
      >
        {words.yes}
      </Button>
    </Sheet>
  )
}
