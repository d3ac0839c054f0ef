import { replaceWith } from '../../../shared/navigate'
import { pages } from '../../../shared/pages'
import { spanWords } from '../../../shared/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/refusal'
import { alternativesOf } from '../alternatives'
import { bookingsText } from '../text'
import type { BookingRequest } from '../use-request'

interface Props {
  roomId: string
  request: BookingRequest
  now: number
}

/** The service's sentence, and the nearest free times: one tap takes one of them. */
export function RequestRefusal({ roomId, request, now }: Props) {
  const { problem } = request
  const alternatives = alternativesOf(problem)
  const aboutBooking = problem?.code.startsWith('booking_') === true
  return (
    <Refusal problem={problem}>
      {alternatives.length > 0 && <Box>{bookingsText.alternatives}</Box>}
      {alternatives.map((one) => (
        <Button key={one.startsAt} look="danger" onTap={() => request.moveTo(one)}>
          {spanWords(one.startsAt, one.endsAt, now)}
        </Button>
      ))}
      {aboutBooking && alternatives.length === 0 && (
        <Button look="danger" onTap={() => replaceWith(pages.room(roomId))}>
          {bookingsText.otherRoom}
        </Button>
      )}
    </Refusal>
  )
}
