import { listInstead } from '@linli/contracts/room-days'
import { pages } from '../../../shared/navigation/pages'
import { useAnswer } from '../../../shared/http/use-answer'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'

const words = {
  title: '这段时间能马上确认的场地',
  none: '附近这段时间没有能马上确认的场地。可以换个时间，或打电话问问。',
}

interface Props {
  roomId: string
  startsAt: string
  endsAt: string
}

/** Where nobody can answer in time: rooms nearby that need nobody's answer and are free for this very time. */
export function InsteadRooms({ roomId, startsAt, endsAt }: Props) {
  const given = { params: { id: roomId }, query: { from: startsAt, to: endsAt } }
  const rooms = useAnswer(listInstead, given).data?.rooms
  if (rooms === undefined) return null
  return (
    <Card title={words.title}>
      {rooms.length === 0 && <Box className="muted">{words.none}</Box>}
      {rooms.map((room) => (
        <Row
          key={room.id}
          title={room.name}
          under={`${room.communityName} · ${room.facilityName}`}
          to={pages.request(room.id, startsAt, endsAt)}
        />
      ))}
    </Card>
  )
}
