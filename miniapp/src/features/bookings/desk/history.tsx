import { readBookingHistory } from '@linli/contracts/booking-desk'
import type { BookingDetail } from '@linli/contracts/booking-case'
import { useAnswer } from '../../../shared/http/use-answer'
import type { Reply } from '../../../shared/http/request'
import { pages } from '../../../shared/navigation/pages'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Fact, Row } from '../../../shared/ui/row'
import { bookingFace } from '../face'
import { deskText } from './text'

const text = deskText.history

type History = Reply<typeof readBookingHistory>

/** Who asks, in numbers and without a name: their week, and what became of what they had here. */
export function History({ one }: { one: BookingDetail }) {
  const query = useAnswer(readBookingHistory, { params: { id: one.id } }, { enabled: one.canReadContact })
  if (!one.canReadContact) return null
  return (
    <Card title={text.title}>
      <Answered query={query} blocks={[60]}>
        {(history) => <Shown of={history} id={one.id} />}
      </Answered>
    </Card>
  )
}

function Shown({ of: { week, counts, last }, id }: { of: History; id: string }) {
  const now = useNow()
  return (
    <>
      <Fact name={text.week}>{text.weekOf(week.used, week.of)}</Fact>
      <Fact name={text.year}>{yearWords(counts)}</Fact>
      {last.map((each) => (
        <Box key={each.id} className="history__line">
          <Box as="span">{`${bookingFace.when(each, now)} ${each.title}`}</Box>
          <Box as="span" className="muted">
            {bookingFace.state(each, now, 'staff')}
          </Box>
        </Box>
      ))}
      {last.length > 0 && <Row title={text.all} to={pages.deskBookings({ personOf: id })} />}
    </>
  )
}

/** What was none is not said, but that it is the first time. */
function yearWords({ used, upcoming, refused, cancelled, cancelledLate }: History['counts']): string {
  const said = [
    [used, text.used],
    [upcoming, text.upcoming],
    [refused, text.refused],
    [cancelled - cancelledLate, text.cancelled],
    [cancelledLate, text.late],
  ] as const
  const words = said.flatMap(([n, word]) => (n > 0 ? [word(n)] : []))
  return words.length === 0 ? text.first : words.join('，')
}
