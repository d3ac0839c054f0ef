import type { DeviceSession } from '@linli/contracts/identity'
import { momentWords } from '../../../shared/time/time-words'
import { Tap } from '../../../shared/ui/base/tap'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { identityText } from '../text'

export function DeviceRow({ one, onEnd }: { one: DeviceSession; onEnd: () => void }) {
  const end = (
    <Tap className="choice" label={`${identityText.endOne}：${one.device}`} onTap={onEnd}>
      {identityText.endOne}
    </Tap>
  )
  return (
    <Row
      title={one.device}
      under={identityText.lastUsed(momentWords(one.lastUsedAt, Date.now()))}
      end={one.current ? <StateTag tone="good">{identityText.here}</StateTag> : end}
    />
  )
}
