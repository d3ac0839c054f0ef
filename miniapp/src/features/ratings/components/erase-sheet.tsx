import { say } from '../../../shared/ui/page/say'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { useEraseText } from '../api'
import { ratingsText } from '../text'

/** Takes the words back, after the consequence was said. */
export function EraseSheet({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const erase = useEraseText(() => {
    say(ratingsText.erased)
    onClose()
  })
  return (
    <ConfirmSheet
      title={ratingsText.eraseTitle}
      lines={[ratingsText.eraseHelp]}
      yes={ratingsText.eraseYes}
      no={ratingsText.eraseNo}
      problem={erase.error}
      busy={erase.isPending}
      onYes={() => erase.mutate({ params: { id: caseId } })}
      onClose={onClose}
    />
  )
}
