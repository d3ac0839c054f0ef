import { say } from '../../../shared/toast'
import { Box } from '../../../shared/ui/base/box'
import { NoteSheet } from '../../../shared/ui/note-sheet'
import { type TextToAnswer, useReply } from '../api'
import { textsText } from '../text'

export function ReplySheet({ one, onClose }: { one: TextToAnswer; onClose: () => void }) {
  const reply = useReply(() => {
    say(textsText.sent)
    onClose()
  })
  return (
    <NoteSheet
      title={textsText.replyTitle}
      hint={textsText.hint[one.public ? 'public' : 'private']}
      usual={textsText.usual}
      problem={reply.error}
      path="body.text"
      busy={reply.isPending}
      onSend={(text) => reply.mutate({ params: { id: one.id }, body: { text } })}
      onClose={onClose}
    >
      <Box as="p" className="said">
        {one.text}
      </Box>
      <Box className="muted">{textsText.once}</Box>
    </NoteSheet>
  )
}
