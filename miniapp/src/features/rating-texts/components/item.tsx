import { ratedWords } from '../../../shared/cases/faces'
import { dateWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { StateTag } from '../../../shared/ui/tag'
import type { TextToAnswer } from '../api'
import { textsText } from '../text'

/** One text, whether everybody sees it, and its answer or the way to one. */
export const TextItem = ({ one, onReply }: { one: TextToAnswer; onReply: () => void }) => (
  <Card>
    <Box className="between">
      <Box className="muted">{`${one.communityName} · ${ratedWords(one.service).name}`}</Box>
      <StateTag tone={one.public ? 'good' : 'quiet'}>
        {one.public ? textsText.public : textsText.private}
      </StateTag>
    </Box>
    {!one.public && <Box className="muted">{textsText.privateHelp}</Box>}
    <Box as="p" className="said">
      {one.text}
    </Box>
    {one.supplement !== null && (
      <Box as="p" className="said">{`${textsText.supplement}：${one.supplement}`}</Box>
    )}
    {one.reply === null ? (
      <Button look="ghost" onTap={onReply}>
        {textsText.reply}
      </Button>
    ) : (
      <Said reply={one.reply} />
    )}
  </Card>
)

export const Said = ({ reply: { by, on, text } }: { reply: NonNullable<TextToAnswer['reply']> }) => (
  <Box className="said-reply">
    <Box className="muted">{textsText.replied(by, dateWords(on))}</Box>
    <Box>{text}</Box>
  </Box>
)
