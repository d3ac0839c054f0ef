import { type Room, getRoom, purpose } from '@linli/contracts/rooms'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { answerFit } from '../../../shared/slots/answer-words'
import { decoded } from '../../../shared/navigation/current-address'
import { pages } from '../../../shared/navigation/pages'
import { useMe, useSession } from '../../../shared/session/session'
import { useAnswer } from '../../../shared/http/use-answer'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { InsteadRooms } from '../components/instead-rooms'
import { Page } from '../../../shared/ui/page/page'
import { Row } from '../../../shared/ui/row'
import { RequestForm } from '../components/request-form'
import { RequestRefusal } from '../components/request-refusal'
import { WhatFor } from '../components/what-for'
import type { BookingDraft } from '../draft'
import { bookingsText } from '../text'
import { type Asked, type BookingRequest, useRequest } from '../use-request'

export default function RequestPage() {
  const { room: id = '', from = '', to = '', wait, purpose: given, people } = useRouter().params
  const room = useAnswer(getRoom, { params: { id } }, { keep: true })
  const [asked, setAsked] = useState<Asked>({
    period: { startsAt: decoded(from), endsAt: decoded(to) },
    waiting: wait === '1',
    asLast: asLastOf(given, people),
  })
  const { startsAt, endsAt } = asked.period
  if (id === '' || !(Date.parse(startsAt) < Date.parse(endsAt))) return <NoTime />
  if (room.data !== undefined) return <Shown room={room.data} asked={asked} onAsk={setAsked} />
  return (
    <Page title={titleOf(asked)}>
      <Answered query={room} blocks={[240, 170, 260]}>
        {() => null}
      </Answered>
    </Page>
  )
}

/** What a tap on 和上次一样 takes along; an address may hold anything. */
function asLastOf(given: string | undefined, people: string | undefined): Partial<BookingDraft> {
  const known = purpose.options.find((one) => one === given)
  const attendees = Number(people)
  if (known === undefined || !(attendees > 0)) return {}
  return { purpose: known, attendees: Math.floor(attendees) }
}

const titleOf = ({ waiting }: Asked) => (waiting ? bookingsText.wait.title : bookingsText.title)

/** An address without a room or a time, e.g. cut off when it was copied. */
const NoTime = () => (
  <Page title={bookingsText.title}>
    <Blank picture="sign" title={bookingsText.noTime} help={bookingsText.noTimeHelp} alert>
      <Button to={pages.rooms}>{bookingsText.toRooms}</Button>
    </Blank>
  </Page>
)

interface Props {
  room: Room
  asked: Asked
  onAsk: (next: Asked) => void
}

function Shown({ room, asked, onAsk }: Props) {
  const signedIn = useSession() !== null
  const now = useNow()
  const request = useRequest(room, asked, onAsk)
  const { period, waiting } = asked
  const submit = (
    <Button busy={request.busy} needs={request.needs} onTap={request.submit}>
      {submitWords(request, room)}
    </Button>
  )
  const here = pages.request(room.id, period.startsAt, period.endsAt, waiting)
  const signInFirst = (
    <Button to={pages.signIn(here)}>{waiting ? bookingsText.wait.signIn : bookingsText.signIn}</Button>
  )
  return (
    <Page title={titleOf(asked)} phone={room.facilityPhone} bar={signedIn ? submit : signInFirst}>
      <RequestRefusal room={room} request={request} now={now} />
      <WhatFor room={room} period={period} waiting={waiting} now={now} />
      {!waiting && ['tight', 'nobody'].includes(answerFit(room, period.startsAt, now)) && (
        <InsteadRooms roomId={room.id} startsAt={period.startsAt} endsAt={period.endsAt} />
      )}
      {signedIn && room.approval === 'staff' && <CallBack />}
      <RequestForm room={room} request={request} />
    </Page>
  )
}

const submitWords = ({ waiting }: BookingRequest, { approval }: Room) =>
  waiting ? bookingsText.wait.submit : bookingsText.submit[approval]

/** Staff who decide may have to ask: a number is offered where none is known, and only there. */
function CallBack() {
  const me = useMe()
  if (me === null || me.phone !== null) return null
  return (
    <Card>
      <Row title={bookingsText.callBack} under={bookingsText.callBackHelp} to={pages.phone} />
    </Card>
  )
}
