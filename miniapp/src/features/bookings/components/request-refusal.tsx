import type { Room } from '@linli/contracts/rooms'
import { answerFit } from '../../../shared/slots/answer-words'
import { goTab, replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { alternativesOf, ownCaseOf, usedUpOf } from '../../../shared/slots/alternatives'
import { bookingsText } from '../text'
import type { BookingRequest } from '../use-request'
import { FreeTimes, UsedUpWeek } from '../../../shared/slots/ways-on'

interface Props {
  room: Room
  request: BookingRequest
  now: number
}

/** The service's sentence, and the ways on: one tap takes the nearest free time, or the line for this one. */
export function RequestRefusal({ room, request, now }: Props) {
  const { problem } = request
  const free = alternativesOf(problem)
  const answered = free.filter(({ startsAt }) => answerFit(room, startsAt, now) !== 'nobody')
  // Where nobody works before any of them, they are what there is.
  const alternatives = answered.length > 0 ? answered : free
  const own = ownCaseOf(problem)
  const used = usedUpOf(problem)
  const aboutTime = problem?.code.startsWith('booking_') === true || problem?.code === 'line_is_long'
  return (
    <Refusal problem={problem}>
      <FreeTimes
        free={alternatives}
        now={now}
        onTake={(period) => request.turnTo({ period, waiting: false })}
      />
      {own !== null && (
        <Button look="danger" onTap={() => replaceWith(pages.case(own))}>
          {bookingsText.mine}
        </Button>
      )}
      <UsedUpWeek used={used} now={now} />
      {aboutTime && own === null && used.length === 0 && alternatives.length === 0 && (
        <Button look="danger" onTap={() => replaceWith(pages.room(room.id))}>
          {bookingsText.otherRoom}
        </Button>
      )}
      <LineStep request={request} />
    </Refusal>
  )
}

/** From a taken slot to its line, from a line that is not needed to the booking. */
function LineStep({ request }: { request: BookingRequest }) {
  const words = bookingsText.wait
  switch (request.problem?.code) {
    case 'booking_slot_taken':
      return (
        <Button look="danger" onTap={() => request.turnTo({ waiting: true })}>
          {words.instead}
        </Button>
      )
    case 'slot_is_free':
      return (
        <Button look="danger" onTap={() => request.turnTo({ waiting: false })}>
          {words.bookInstead}
        </Button>
      )
    case 'already_in_line':
      return (
        <Button look="danger" onTap={() => goTab('cases')}>
          {words.mine}
        </Button>
      )
    default:
      return null
  }
}
