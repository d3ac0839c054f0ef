import type { BookingDetail } from '@linli/contracts/booking-case'
import type { Period } from '@linli/contracts/common'
import type { ProblemError } from '../../../shared/http/problem'
import { replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { dayOf } from '../../../shared/time/shanghai'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Button } from '../../../shared/ui/button'
import { alternativesOf, openChangeOf, usedUpOf } from '../../../shared/slots/alternatives'
import { bookingsText } from '../text'
import { FreeTimes, UsedUpWeek } from '../../../shared/slots/ways-on'

interface Props {
  one: BookingDetail
  problem: ProblemError | null
  now: number
  onTake: (period: Period) => void
}

const words = bookingsText.move

/** Why it cannot have that time, and the ways on: a free one, what uses the week up, or the wish that is open. */
export function MoveRefusal({ one, problem, now, onTake }: Props) {
  const free = alternativesOf(problem)
  const used = usedUpOf(problem)
  const open = openChangeOf(problem)
  const aboutTime = problem?.code.startsWith('booking_') === true && open === null && used.length === 0
  const at = { day: dayOf(one.startsAt), move: one.id }
  return (
    <Refusal problem={problem}>
      <FreeTimes free={free} now={now} onTake={onTake} />
      <UsedUpWeek used={used} now={now} />
      {open !== null && (
        <Button look="danger" onTap={() => replaceWith(pages.case(open))}>
          {words.openChange}
        </Button>
      )}
      {aboutTime && (
        <Button look="danger" onTap={() => replaceWith(pages.room(one.facts.roomId, at))}>
          {words.otherTime}
        </Button>
      )}
      {problem?.code === 'action_not_open' && (
        <Button look="danger" onTap={() => replaceWith(pages.case(one.id))}>
          {bookingsText.mine}
        </Button>
      )}
    </Refusal>
  )
}
