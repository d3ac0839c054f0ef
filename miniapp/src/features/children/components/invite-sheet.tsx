import { momentWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useInvite } from '../api'
import { peopleText } from '../people-text'
import { CodeShown } from './code-shown'

/** Eight digits for the other guardian, good for a day. */
export function InviteSheet({ childId, onClose }: { childId: string; onClose: () => void }) {
  const invite = useInvite()
  const made = invite.data
  if (made !== undefined && made !== 'queued') {
    return (
      <Sheet shownOnce title={peopleText.inviteTitle} onClose={onClose}>
        <Box>{peopleText.inviteShow(momentWords(made.expiresAt, Date.now()))}</Box>
        <CodeShown code={made.code} words={peopleText.inviteIs} onDone={onClose} />
        <Box className="muted">{peopleText.codeOnce}</Box>
      </Sheet>
    )
  }
  return (
    <Sheet title={peopleText.inviteTitle} onClose={onClose}>
      <Box>{peopleText.inviteHelp}</Box>
      <Box>{peopleText.inviteAbout}</Box>
      <Refusal problem={invite.error} />
      <Button busy={invite.isPending} onTap={() => invite.mutate({ params: { id: childId }, body: {} })}>
        {peopleText.inviteMake}
      </Button>
    </Sheet>
  )
}
