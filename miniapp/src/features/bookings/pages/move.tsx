import type { BookingDetail } from '@linli/contracts/booking-case'
import type { Period } from '@linli/contracts/common'
import { getRoom, type Room } from '@linli/contracts/rooms'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useAnswer } from '../../../shared/http/use-answer'
import { decoded } from '../../../shared/navigation/current-address'
import { replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { spanWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { say } from '../../../shared/ui/page/say'
import { Fact } from '../../../shared/ui/row'
import { useBooking, useReschedule } from '../api'
import { MoveRefusal } from '../components/move-refusal'
import { bookingsText } from '../text'

const words = bookingsText.move

export default function MovePage() {
  const { id = '', from = '', to = '' } = useRouter().params
  const [wanted, setWanted] = useState<Period>({ startsAt: decoded(from), endsAt: decoded(to) })
  const query = useBooking(id)
  const one = query.data
  if (!(Date.parse(wanted.startsAt) < Date.parse(wanted.endsAt))) return <NoTime id={id} />
  if (one?.type === 'booking') return <Shown one={one} wanted={wanted} onWant={setWanted} />
  return (
    <Page title={words.title}>
      <Answered query={query} blocks={[160]}>
        {() => null}
      </Answered>
    </Page>
  )
}

/** An address without a time, e.g. cut off when it was copied. */
const NoTime = ({ id }: { id: string }) => (
  <Page title={words.title}>
    <Blank picture="sign" title={bookingsText.noTime} alert>
      <Button to={id === '' ? pages.rooms : pages.case(id)}>{bookingsText.mine}</Button>
    </Blank>
  </Page>
)

interface Props {
  one: BookingDetail
  wanted: Period
  onWant: (period: Period) => void
}

/** What it was, what it becomes, what follows the press; the page of the case is the answer. */
function Shown({ one, wanted, onWant }: Props) {
  const now = useNow()
  const room = useAnswer(getRoom, { params: { id: one.facts.roomId } }, { keep: true }).data
  const write = useReschedule(({ facts }) => {
    say(facts.wished === null ? words.done : words.asked)
    replaceWith(pages.case(one.id))
  })
  const asks = one.state === 'confirmed' && room?.approval === 'staff'
  const take = (period: Period) => {
    write.reset()
    onWant(period)
  }
  const submit = () => write.mutate({ params: { id: one.id }, body: { ...wanted } })
  return (
    <Page
      title={words.title}
      phone={one.communityPhone}
      bar={
        <Button busy={write.isPending} disabled={room === undefined} onTap={submit}>
          {asks ? words.submit.ask : words.submit.atOnce}
        </Button>
      }
    >
      <MoveRefusal one={one} problem={write.error} now={now} onTake={take} />
      <Card title={one.title}>
        <Fact name={words.from}>{spanWords(one.startsAt, one.endsAt, now)}</Fact>
        <Fact name={words.to}>
          <Box as="span" className="strong">
            {spanWords(wanted.startsAt, wanted.endsAt, now)}
          </Box>
        </Fact>
        {room !== undefined && <Box className="muted">{followsWords(one, room)}</Box>}
      </Card>
    </Page>
  )
}

/** Whoever agreed to the old time agrees to the new one, too, or has not been asked yet. */
function followsWords({ state }: BookingDetail, { approval }: Room): string {
  if (state === 'pending') return words.asksAnew
  return approval === 'staff' ? words.asks : words.atOnce
}
