import type { BookingDetail } from '@linli/contracts/booking-case'
import { pages } from '../../../shared/navigation/pages'
import { spanWords } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { caseText } from './text'

interface Placed {
  roomName: string
  startsAt: string
  endsAt: string
}

/** When it was; which room is said where it was another. */
export const placedWords = ({ roomName, startsAt, endsAt }: Placed, here: string, now: number): string =>
  `${spanWords(startsAt, endsAt, now)}${roomName === here ? '' : ` ${roomName}`}`

interface Props {
  one: BookingDetail
  now: number
}

/** The two halves of a wish for another time, each leading to the other. */
export function Moves({ one, now }: Props) {
  const { wished, replaces, replacesCaseId } = one.facts
  const isStaff = one.readAs === 'staff'
  const page = isStaff ? pages.deskCase : pages.case
  if (wished !== null) {
    const words = isStaff ? caseText.wishedStaff : caseText.wished
    return (
      <Card>
        <Box>{words(placedWords(wished, one.title, now))}</Box>
        <Row title={caseText.seeWish} to={page(wished.caseId)} />
      </Card>
    )
  }
  if (replaces === null || replacesCaseId === null || one.state !== 'pending') return null
  const words = isStaff ? caseText.replacesStaff : caseText.replaces
  return (
    <Card>
      <Box>{words(placedWords(replaces, one.title, now))}</Box>
      <Row title={caseText.seeOld} to={page(replacesCaseId)} />
    </Card>
  )
}
