import type { Duty } from '@linli/contracts/care-desk'
import { say } from '../../../shared/ui/page/say'
import { useEndDuty } from '../api'
import { dutiesText } from '../staff-text'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'

export function EndDutySheet({ duty, onClose }: { duty: Duty; onClose: () => void }) {
  const end = useEndDuty(() => {
    say(dutiesText.ended)
    onClose()
  })
  return (
    <ConfirmSheet
      title={dutiesText.endTitle(duty.name)}
      lines={[dutiesText.endHelp]}
      yes={dutiesText.endYes}
      no={dutiesText.stay}
      problem={end.error}
      busy={end.isPending}
      onYes={() => end.mutate({ params: { id: duty.id } })}
      onClose={onClose}
    />
  )
}
