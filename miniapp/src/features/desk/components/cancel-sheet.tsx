import type { CaseDetail } from '@linli/contracts/cases'
import { serviceOf } from '../../../shared/cases/terms'
import { say } from '../../../shared/ui/page/say'
import { NoteSheet } from '../../../shared/ui/sheets/note-sheet'
import { useStaffCancel, useStaffCancelEnrolment } from '../api'
import { deskText } from '../text'

export function CancelSheet({ one, onClose }: { one: CaseDetail; onClose: () => void }) {
  const done = () => {
    say(deskText.sent)
    onClose()
  }
  const booking = useStaffCancel(done)
  const enrolment = useStaffCancelEnrolment(done)
  const cancel = one.type === 'booking' ? booking : enrolment
  return (
    <NoteSheet
      title={deskText.cancelTitle[serviceOf(one.type)]}
      label={deskText.why}
      help={deskText.whyHelp[serviceOf(one.type)]}
      problem={cancel.error}
      busy={cancel.isPending}
      onSend={(note) => cancel.mutate({ params: { id: one.id }, body: { note } })}
      onClose={onClose}
    />
  )
}
