import './share-tap.css'
import { Button } from '@tarojs/components'
import { type ShareCard, useShareCard } from '../../../shared/device/share-card'
import { frameText } from '../../../shared/words/frame-text'
import { Box } from '../../../shared/ui/base/box'
import { Icon } from '../../../shared/ui/base/icon'

/** Into a chat, as the platform does it: only its own button may. */
export function ShareTap({ card }: { card: ShareCard }) {
  useShareCard(card)
  return (
    <Button className="share-tap" openType="share" hoverClass="tap--down">
      <Icon name="share" />
      <Box as="span">{frameText.share}</Box>
    </Button>
  )
}
