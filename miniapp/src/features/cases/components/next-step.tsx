import type { CaseDetail } from '@linli/contracts/cases'
import { pages } from '../../../shared/pages'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import { useWaiting } from '../api'
import { casesText } from '../text'
import { proposedRoom } from '../words'

interface Props {
  one: CaseDetail
  now: number
  onSupplement: () => void
}

/** The one thing to do now. */
export function NextStep({ one, now, onSupplement }: Props) {
  const waiting = useWaiting(one.id)
  const phone = usePhone(one.communityPhone)
  const other = proposedRoom(one)
  if (other !== null) return <Button to={pages.room(other)}>{casesText.seeOther}</Button>
  if (waiting.length > 0) {
    return <Box className="muted">{casesText.waits(waiting.map((each) => casesText[each]).join('、'))}</Box>
  }
  if (one.can.includes('supplement')) {
    return (
      <Button look={one.waitingFor === 'party' ? 'main' : 'ghost'} onTap={onSupplement}>
        {casesText.supplement}
      </Button>
    )
  }
  if (one.state === 'pending' && now < Date.parse(one.booking.endsAt)) {
    return <Button onTap={() => dial(phone)}>{casesText.askByPhone}</Button>
  }
  return (
    <Button to={pages.room(one.booking.roomId)} look={one.state === 'confirmed' ? 'ghost' : 'main'}>
      {casesText.again}
    </Button>
  )
}
