import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { NoteSheet } from '../../../shared/ui/sheets/note-sheet'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { frameText } from '../../../shared/words/frame-text'
import { type TextToAnswer, useReply } from '../api'
import { textsText } from '../text'
import { Said } from './item'

interface Props {
  one: TextToAnswer
  onClose: () => void
}

/** Asks for the answer, and then shows it as others read it. */
export function ReplySheet({ one, onClose }: Props) {
  const reply = useReply()
  const answer = reply.data === undefined || reply.data === 'queued' ? null : reply.data.reply
  const reader = one.public ? 'public' : 'private'
  if (answer !== null)
    return (
      <Sheet title={textsText.sent} onClose={onClose}>
        <Box className="muted">{textsText.sentHelp[reader]}</Box>
        <Said reply={answer} />
        <Button onTap={onClose}>{frameText.known}</Button>
      </Sheet>
    )
  return (
    <NoteSheet
      title={textsText.replyTitle}
      label={textsText.reply}
      help={textsText.help[reader]}
      about={one.text}
      usual={textsText.usual}
      problem={reply.error}
      path="body.text"
      busy={reply.isPending}
      onSend={(text) => reply.mutate({ params: { id: one.id }, body: { text } })}
      onClose={onClose}
    >
      <Box className="muted">{textsText.once}</Box>
    </NoteSheet>
  )
}
