import { copyText } from '../../../shared/device/copy'
import type { ShareCard } from '../../../shared/device/share-card'
import { prettyPath } from '../../../shared/navigation/pretty-path'
import { frameText } from '../../../shared/words/frame-text'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { say } from '../../../shared/ui/page/say'

/** As the telephone passes things on; where a browser has no such way, a text with a link is copied. */
export const ShareTap = ({ card }: { card: ShareCard }) => (
  <Tap onTap={() => void pass(card)}>
    <Icon name="share" />
    {frameText.share}
  </Tap>
)

async function pass({ text, page }: ShareCard) {
  const url = location.origin + prettyPath(page)
  if (typeof navigator.share === 'function')
    try {
      return await navigator.share({ text, url })
    } catch (error) {
      // Whoever changes their mind wants no copy either.
      if ((error as { name?: unknown }).name === 'AbortError') return
    }
  await copyText(`${text}\n${url}`).then(
    () => say(frameText.shareCopied),
    () => say(frameText.shareFailed),
  )
}
