import type { CaseDetail } from '@linli/contracts/cases'
import { say } from '../../../shared/toast'
import { useStaffCancel } from '../api'
import { deskText } from '../text'
import { NoteSheet } from './note-sheet'

export function CancelSheet({ one, onClose }: { one: CaseDetail; onClose: () => void }) {
  const cancel = useStaffCancel(() => {
    say(deskText.sent)
    onClose()
  })
  return (
    <NoteSheet
      title={deskText.cancelTitle}
      hint={deskText.refuseHint}
      problem={cancel.error}
      busy={cancel.isPending}
      onSend={(note) => cancel.mutate({ params: { id: one.id }, body: { note } })}
      onClose={onClose}
    />
  )
}
