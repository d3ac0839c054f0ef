import { momentWords } from '../../../shared/time/time-words'
import { say } from '../../../shared/ui/page/say'
import { useNow } from '../../../shared/time/use-now'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { Card } from '../../../shared/ui/card'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Row } from '../../../shared/ui/row'
import { usePinLocks, useUnlockPin } from '../api'
import { devicesText } from '../staff-text'

/** Carers whom wrong PINs have locked out of a tablet; there is nothing to see while there are none. */
export function PinLocks() {
  const now = useNow()
  const query = usePinLocks()
  const unlock = useUnlockPin(() => say(devicesText.unlocked))
  const locks = query.data?.locks ?? []
  if (locks.length === 0) return null
  return (
    <Card title={devicesText.locks}>
      <Box className="muted">{devicesText.unlockHelp}</Box>
      <Refusal problem={unlock.error} />
      {locks.map(({ deviceId, accountId, name, device, lockedUntil }) => (
        <Row
          key={deviceId + accountId}
          title={name}
          under={devicesText.locked(device, momentWords(lockedUntil, now))}
          end={
            <Tap
              className="choice"
              label={`${devicesText.unlock} ${name}`}
              onTap={() => unlock.mutate({ body: { deviceId, accountId } })}
            >
              {devicesText.unlock}
            </Tap>
          }
        />
      ))}
    </Card>
  )
}
