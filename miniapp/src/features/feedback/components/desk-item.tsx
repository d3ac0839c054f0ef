import './feedback.css'
import { momentWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { dial } from '../../../shared/ui/call-button'
import { Card } from '../../../shared/ui/card'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { type One, useFeedbackPhone } from '../api'
import { feedbackText } from '../text'
import { Said } from './said'

/** One thing that somebody said, and its answer or the way to one. */
export const DeskItem = ({ one, onReply }: { one: One; onReply: () => void }) => (
  <Card>
    <Box className="muted">
      {`${one.communityName} · ${feedbackText.abouts[one.about]} · ${momentWords(one.at, Date.now())}`}
    </Box>
    <Box as="p" className="feedback__words">
      {one.text}
    </Box>
    <Box className="stack feedback__next">
      {one.canCall && <CallBack id={one.id} />}
      {one.answer === null ? (
        <Button look="ghost" onTap={onReply}>
          {feedbackText.reply}
        </Button>
      ) : (
        <Said answer={one.answer} />
      )}
    </Box>
  </Card>
)

/** The number only after a tap, which says that it is recorded. */
function CallBack({ id }: { id: string }) {
  const look = useFeedbackPhone()
  const phone = look.data?.phone
  if (phone !== undefined) return <Button onTap={() => dial(phone)}>{feedbackText.dial(phone)}</Button>
  return (
    <>
      <Refusal problem={look.error} />
      <Box className="muted">{`${feedbackText.wantsCall}。${feedbackText.callHelp}`}</Box>
      <Button look="plain" busy={look.isPending} onTap={() => look.mutate({ params: { id } })}>
        {feedbackText.call}
      </Button>
    </>
  )
}
