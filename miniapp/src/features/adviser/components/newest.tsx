import './adviser.css'
import type { Thread } from '@linli/contracts/consultation-thread'
import { saidId } from '../../../shared/matters/feed'
import { newestOfOther } from '../../../shared/matters/feed-items'
import { jumpTo } from '../../../shared/matters/lead-to'
import { useWide } from '../../../shared/staff/use-wide'
import { momentWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { matterText } from '../text'

/** On a phone, what the person has said last lies far below: it begins here, and a tap leads there. */
export function Newest({ thread, now }: { thread: Thread; now: number }) {
  const wide = useWide()
  const line = newestOfOther(thread)
  if (wide || line === null) return null
  return (
    <Card>
      <Row
        title={<Box className="newest">{line.words ?? matterText.noWords}</Box>}
        under={matterText.newest(momentWords(line.at, now))}
        onTap={() => jumpTo(saidId(line))}
      />
    </Card>
  )
}
