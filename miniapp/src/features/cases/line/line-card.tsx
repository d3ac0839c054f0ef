import './line.css'
import type { CaseDetail } from '@linli/contracts/cases'
import type { LinePlace } from '@linli/contracts/line'
import { momentWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { usePlace } from './api'
import { lineText } from './text'

/** How many are ahead, of how many, and how old that is. */
export function LineCard({ one }: { one: CaseDetail }) {
  const query = usePlace(one)
  const now = useNow()
  return (
    <Answered query={query} blocks={[164]}>
      {(place) => (
        <Card>
          <Box className="line-place">
            <Ahead place={place} />
            <Box className="muted">{lineText.asOf(momentWords(place.asOf, now))}</Box>
          </Box>
        </Card>
      )}
    </Answered>
  )
}

/** Spoken only when it changes; the time below it changes all the while. */
function Ahead({ place: { position, total } }: { place: LinePlace }) {
  if (position === null) return <Box role="status">{lineText.noLonger}</Box>
  const ahead = position - 1
  return (
    <>
      <Box role="status">
        <Box as="span" className="unseen">
          {lineText.spoken(ahead)}
        </Box>
        <Box decorative>
          {ahead === 0 ? <Box className="line-place__next">{lineText.next}</Box> : <Count ahead={ahead} />}
        </Box>
      </Box>
      <Box>{lineText.total(total)}</Box>
    </>
  )
}

const Count = ({ ahead }: { ahead: number }) => (
  <>
    <Box>{lineText.ahead}</Box>
    <Box className="line-place__count">
      <Box as="span" className="line-place__number">
        {String(ahead)}
      </Box>
      <Box as="span">{lineText.aheadUnit}</Box>
    </Box>
  </>
)
