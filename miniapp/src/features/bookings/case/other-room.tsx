import type { BookingDetail } from '@linli/contracts/booking-case'
import { purpose as purposes } from '@linli/contracts/rooms'
import { go, replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Button } from '../../../shared/ui/button'
import { alternativesOf, ownCaseOf, usedUpOf } from '../../../shared/slots/alternatives'
import { FreeTimes, UsedUpWeek } from '../../../shared/slots/ways-on'
import { useRoomCalled, useTakeRoom } from './api'
import { caseText } from './text'

interface Props {
  one: BookingDetail
  roomId: string
  now: number
}

/** The room that staff proposed in place of this one: one tap asks for it as this one was asked for. */
export function OtherRoom({ one, roomId, now }: Props) {
  const room = useRoomCalled(roomId).data
  const take = useTakeRoom(({ id }) => replaceWith(pages.case(id)))
  const { attendees, note } = one.facts
  const { startsAt, endsAt } = one
  const purpose = purposes.options.find((each) => each === one.facts.purpose)
  const own = ownCaseOf(take.error)
  const may = one.readAs === 'party' && purpose !== undefined && now < Date.parse(startsAt)
  const ask = () => {
    if (purpose === undefined) return
    const body = { roomId, startsAt, endsAt, purpose, attendees, ...(note === null ? {} : { note }) }
    take.mutate({ body })
  }
  return (
    <>
      <Refusal problem={take.error}>
        <FreeTimes
          free={alternativesOf(take.error)}
          now={now}
          onTake={(free) => go(pages.request(roomId, free.startsAt, free.endsAt))}
        />
        <UsedUpWeek used={usedUpOf(take.error)} now={now} />
        {own !== null && (
          <Button look="danger" to={pages.case(own)}>
            {caseText.seeMine}
          </Button>
        )}
      </Refusal>
      {may && room !== undefined && (
        <Button busy={take.isPending} onTap={ask}>
          {caseText.takeOther(room.name)}
        </Button>
      )}
      <Button look={may ? 'ghost' : 'main'} to={pages.room(roomId)}>
        {caseText.seeOther}
      </Button>
    </>
  )
}
