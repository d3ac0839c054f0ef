import type { CaseDetail } from '@linli/contracts/cases'
import { say } from '../../../shared/ui/page/say'
import { NoteSheet } from '../../../shared/ui/sheets/note-sheet'
import { useAsk } from '../api'
import { deskText } from '../text'

export function AskSheet({ one, onClose }: { one: CaseDetail; onClose: () => void }) {
  const ask = useAsk(() => {
    say(deskText.sent)
    onClose()
  })
  return (
    <NoteSheet
      title={deskText.askTitle}
      label={deskText.question}
      help={deskText.askHelp}
      problem={ask.error}
      busy={ask.isPending}
      onSend={(note) => ask.mutate({ params: { id: one.id }, body: { note } })}
      onClose={onClose}
    />
  )
}
