import type { Duty } from '@linli/contracts/care-desk'
import { say } from '../../../shared/ui/page/say'
import { useEndDuty } from '../api'
import { dutiesText } from '../staff-text'
import { AskSheet } from '../../../shared/ui/sheets/ask-sheet'

export function EndDutySheet({ duty, onClose }: { duty: Duty; onClose: () => void }) {
  const end = useEndDuty(() => {
    say(dutiesText.ended)
    onClose()
  })
  return (
    <AskSheet
      title={dutiesText.endTitle(duty.name)}
      help={dutiesText.endHelp}
      yes={dutiesText.endYes}
      no={dutiesText.stay}
      problem={end.error}
      busy={end.isPending}
      onYes={() => end.mutate({ params: { id: duty.id } })}
      onClose={onClose}
    />
  )
}
