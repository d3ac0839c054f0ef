import { say } from '../../../shared/ui/page/say'
import { NoteSheet } from '../../../shared/ui/sheets/note-sheet'
import { useTakeOff } from '../api'
import type { RollEntry } from '../roll'
import { rollText as text } from '../text'

interface Props {
  one: RollEntry
  onDone: (caseId: string) => void
  onClose: () => void
}

/** Takes somebody off, with the reason that they read. */
export function OffSheet({ one, onDone, onClose }: Props) {
  const off = useTakeOff(() => {
    say(text.offSaid)
    onDone(one.caseId)
    onClose()
  })
  return (
    <NoteSheet
      title={text.offTitle}
      label={text.why}
      help={text.whyHelp}
      usual={text.offUsual}
      send={text.off}
      problem={off.error}
      busy={off.isPending}
      onSend={(note) => off.mutate({ params: { id: one.caseId }, body: { note } })}
      onClose={onClose}
    />
  )
}
