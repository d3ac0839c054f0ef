import type { BookingDetail } from '@linli/contracts/booking-case'
import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useCancelSeries } from './api'
import { caseText } from './text'

/** Gives up whatever of the series has not begun. */
export function SeriesSheet({ one, onClose }: { one: BookingDetail; onClose: () => void }) {
  const cancel = useCancelSeries(({ cancelled }) => {
    say(caseText.series.done(cancelled))
    onClose()
  })
  return (
    <ConfirmSheet
      {...caseText.series.confirm}
      problem={cancel.error}
      busy={cancel.isPending}
      onYes={() => cancel.mutate({ params: { id: one.id }, body: {} })}
      onClose={onClose}
    />
  )
}
