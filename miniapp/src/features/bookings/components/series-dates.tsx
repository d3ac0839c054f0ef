import type { BookingDetail } from '@linli/contracts/booking-case'
import type { SeriesDate } from '@linli/contracts/booking-series'
import { goTab } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { spanWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { bookingFace } from '../face'
import { seriesText as text } from '../series-text'

/** Each week, and why it cannot be had where it cannot. */
export const SeriesDates = ({ dates, now }: { dates: readonly SeriesDate[]; now: number }) => (
  <Card title={text.dates}>
    {dates.map(({ number, startsAt, endsAt, clash }) => (
      <Row
        key={number}
        title={spanWords(startsAt, endsAt, now)}
        end={
          clash === null ? (
            <StateTag tone="good">{text.can}</StateTag>
          ) : (
            <StateTag tone="quiet">{text.why[clash]}</StateTag>
          )
        }
      />
    ))}
  </Card>
)

/** What has been asked for, each a booking of its own. */
export function SeriesMade({ made, now }: { made: readonly BookingDetail[]; now: number }) {
  const asked = made.some(({ state }) => state === 'pending')
  return (
    <>
      <Box as="h2" className="title" live>
        {asked ? text.asked(made.length) : text.done(made.length)}
      </Box>
      <Card>
        {made.map((one) => (
          <Row
            key={one.id}
            title={spanWords(one.startsAt, one.endsAt, now)}
            under={bookingFace.state(one, now, 'party')}
            to={pages.case(one.id)}
          />
        ))}
      </Card>
      <Button onTap={() => goTab('cases')}>{text.toCases}</Button>
    </>
  )
}
