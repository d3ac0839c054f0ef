import './series-dates.css'
import type { BookingDetail } from '@linli/contracts/booking-case'
import type { SeriesDate } from '@linli/contracts/booking-series'
import { Choice } from '../../../shared/forms/choice'
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
import type { Series } from '../use-series'

interface Props {
  series: Pick<Series, 'instead' | 'take'>
  dates: readonly SeriesDate[]
  now: number
}

/** Each week, and why it cannot be had where it cannot, with the free times near it. */
export const SeriesDates = ({ series, dates, now }: Props) => (
  <Card title={text.dates}>
    {dates.map((date) =>
      date.clash === null ? (
        <Row
          key={date.number}
          title={spanWords(date.startsAt, date.endsAt, now)}
          end={<StateTag tone="good">{text.can}</StateTag>}
        />
      ) : (
        <Clash key={date.number} {...{ date, series, now }} clash={date.clash} />
      ),
    )}
  </Card>
)

interface ClashProps extends Omit<Props, 'dates'> {
  date: SeriesDate
  clash: NonNullable<SeriesDate['clash']>
}

/** It is left out, unless another time is taken for it. */
function Clash({ date, clash, series, now }: ClashProps) {
  const { number, startsAt, endsAt, free } = date
  const chosen = series.instead.find((one) => one.number === number)?.startsAt ?? null
  const options = free.map((one) => ({
    value: one.startsAt,
    word: spanWords(one.startsAt, one.endsAt, now),
  }))
  return (
    <Box className="clash">
      <Row
        title={spanWords(startsAt, endsAt, now)}
        under={text.why[clash]}
        end={
          <StateTag tone={chosen === null ? 'quiet' : 'good'}>
            {chosen === null ? text.left : text.other}
          </StateTag>
        }
      />
      {options.length > 0 && <Box className="muted">{text.couldBe}</Box>}
      {options.length > 0 && (
        <Choice
          label={text.instead(spanWords(startsAt, endsAt, now))}
          options={chosen === null ? options : [...options, { value: '', word: text.skip }]}
          chosen={chosen}
          onChoose={(at) => series.take(number, at === '' ? undefined : at)}
        />
      )}
    </Box>
  )
}

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
