import type { Period } from '@linli/contracts/common'
import { type Room, getRoom } from '@linli/contracts/rooms'
import { useRouter } from '@tarojs/taro'
import { pages } from '../../../shared/pages'
import { useSession } from '../../../shared/session'
import { useAnswer } from '../../../shared/use-answer'
import { useNow } from '../../../shared/use-now'
import { Answered } from '../../../shared/ui/answered'
import { Button } from '../../../shared/ui/button'
import { Page } from '../../../shared/ui/page'
import { RequestForm } from '../components/request-form'
import { RequestRefusal } from '../components/request-refusal'
import { WhatFor } from '../components/what-for'
import { bookingsText } from '../text'
import { useRequest } from '../use-request'

export default function RequestPage() {
  const { room: id = '', from = '', to = '' } = useRouter().params
  const room = useAnswer(getRoom, { params: { id } }, { keep: true })
  const asked = { startsAt: decodeURIComponent(from), endsAt: decodeURIComponent(to) }
  if (room.data !== undefined) return <Shown room={room.data} asked={asked} />
  return (
    <Page title={bookingsText.title}>
      <Answered query={room} blocks={[110, 170, 260]}>
        {() => null}
      </Answered>
    </Page>
  )
}

function Shown({ room, asked }: { room: Room; asked: Period }) {
  const signedIn = useSession() !== null
  const now = useNow()
  const request = useRequest(room, asked)
  const { period } = request
  const submit = (
    <Button busy={request.busy} onTap={request.submit}>
      {bookingsText.submit[room.approval]}
    </Button>
  )
  const here = pages.request(room.id, period.startsAt, period.endsAt)
  const signInFirst = <Button to={pages.signIn(here)}>{bookingsText.signIn}</Button>
  return (
    <Page title={bookingsText.title} phone={room.facilityPhone} bar={signedIn ? submit : signInFirst}>
      <RequestRefusal request={request} now={now} />
      <WhatFor room={room} period={period} now={now} />
      <RequestForm room={room} request={request} />
    </Page>
  )
}
