import { seriesWeeks } from '@linli/contracts/booking-series'
import type { Period } from '@linli/contracts/common'
import { getRoom, type Room } from '@linli/contracts/rooms'
import { useRouter } from '@tarojs/taro'
import { Stepper } from '../../../shared/forms/stepper'
import { useAnswer } from '../../../shared/http/use-answer'
import { currentAddress, decoded } from '../../../shared/navigation/current-address'
import { back } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { spanWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { RequestForm } from '../components/request-form'
import { SeriesDates, SeriesMade } from '../components/series-dates'
import { seriesText as text } from '../series-text'
import { bookingsText } from '../text'
import { type Series, useSeries } from '../use-series'

export default function SeriesPage() {
  const { room: id = '', from = '', to = '' } = useRouter().params
  const period = { startsAt: decoded(from), endsAt: decoded(to) }
  const room = useAnswer(getRoom, { params: { id } }, { keep: true })
  if (!(Date.parse(period.startsAt) < Date.parse(period.endsAt))) return <NoTime />
  if (room.data !== undefined) return <Shown room={room.data} period={period} />
  return (
    <Page title={text.title}>
      <Answered query={room} blocks={[110, 170, 260]}>
        {() => null}
      </Answered>
    </Page>
  )
}

/** An address without a room or a time, e.g. cut off when it was copied. */
const NoTime = () => (
  <Page title={text.title}>
    <Blank picture="sign" title={bookingsText.noTime} help={bookingsText.noTimeHelp} alert>
      <Button to={pages.rooms}>{bookingsText.toRooms}</Button>
    </Blank>
  </Page>
)

function Shown({ room, period }: { room: Room; period: Period }) {
  const now = useNow()
  const signedIn = useSession() !== null
  const series = useSeries(room, period)
  const { made, looking } = series
  const bar = !signedIn ? (
    <Button to={pages.signIn(currentAddress())}>{bookingsText.signIn}</Button>
  ) : looking ? (
    <Take room={room} series={series} />
  ) : (
    <Button needs={series.needs} onTap={() => series.setLooking(true)}>
      {text.look}
    </Button>
  )
  if (made !== undefined)
    return (
      <Page title={text.title} phone={room.facilityPhone}>
        <SeriesMade made={made} now={now} />
      </Page>
    )
  return (
    <Page title={text.title} phone={room.facilityPhone} bar={bar}>
      <Card title={room.name}>
        <Box>{text.from(spanWords(period.startsAt, period.endsAt, now))}</Box>
        {!looking && (
          <Stepper
            label={text.weeks}
            value={series.weeks}
            least={2}
            most={seriesWeeks}
            word={text.weeksWord}
            onChange={series.setWeeks}
          />
        )}
      </Card>
      {looking ? <Looked series={series} now={now} /> : <RequestForm room={room} request={series} />}
    </Page>
  )
}

/** Which weeks can be had, before anything is asked for. */
const Looked = ({ series, now }: { series: Series; now: number }) => (
  <>
    <Refusal problem={series.problem} />
    <Answered query={series.check} blocks={[260]}>
      {({ dates }) => <SeriesDates series={series} dates={dates} now={now} />}
    </Answered>
    {series.check.data !== undefined && series.free === 0 && <Box className="muted">{text.none}</Box>}
    <Button look="plain" onTap={() => series.setLooking(false)}>
      {text.change}
    </Button>
  </>
)

function Take({ room, series }: { room: Room; series: Series }) {
  const { free, busy, send, check } = series
  const words = room.approval === 'staff' ? text.ask(free) : text.take(free)
  return (
    <>
      <Button busy={busy} disabled={check.data === undefined || free === 0} onTap={send}>
        {words}
      </Button>
      <Button look="plain" onTap={back}>
        {text.leave}
      </Button>
    </>
  )
}
