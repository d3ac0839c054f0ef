import '../base.css'
import './outbox-bar.css'
import { online } from '../../device/network'
import { dropFromOutbox, outbox } from '../../http/outbox'
import { useSignal } from '../../app-state/signal'
import { Box } from '../base/box'
import { Tap } from '../base/tap'
import { frameText } from '../../words/frame-text'

/** What waits for a network, and what was refused once it was sent. */
export function OutboxBar() {
  const waiting = useSignal(outbox)
  const words = useSignal(online) ? frameText.waitingOnline : frameText.waiting
  return (
    <>
      {waiting.map(({ key, label, refused }) => (
        <Box key={key} className="waiting">
          <Box className="waiting__words">
            {refused === null ? words(label) : frameText.waitingRefused(label, refused)}
          </Box>
          <Tap className="waiting__drop" onTap={() => dropFromOutbox(key)}>
            {refused === null ? frameText.drop : frameText.known}
          </Tap>
        </Box>
      ))}
    </>
  )
}
