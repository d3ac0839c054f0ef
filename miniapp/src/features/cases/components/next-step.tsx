import type { CaseDetail } from '@linli/contracts/cases'
import { pages } from '../../../shared/navigation/pages'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import { useWaiting } from '../api'
import { LeaveStep } from '../line/leave-step'
import { OfferActions } from '../line/offer-actions'
import { casesText } from '../text'
import { proposedRoom } from '../words'

export type Asking = 'cancel' | 'supplement' | 'decline' | 'disclose'

interface Props {
  one: CaseDetail
  now: number
  /** Opens the sheet that asks for more. */
  onAsk: (what: Asking) => void
}

/** The one thing to do now. */
export function NextStep({ one, now, onAsk }: Props) {
  const waiting = useWaiting(one.id)
  const other = proposedRoom(one)
  if (other !== null) return <Button to={pages.room(other)}>{casesText.seeOther}</Button>
  if (waiting.length > 0) {
    const words = waiting.map((each) => casesText.queued[each]).join('、')
    return <Box className="muted">{casesText.waits(words)}</Box>
  }
  if (one.can.includes('accept')) return <OfferActions one={one} onDecline={() => onAsk('decline')} />
  if (one.can.includes('leave')) {
    return <LeaveStep one={one} />
  }
  return one.enrolment === null ? (
    <BookingStep one={one} now={now} onAsk={onAsk} />
  ) : (
    <EnrolmentStep one={one} enrolment={one.enrolment} />
  )
}

function BookingStep({ one, now, onAsk }: Props) {
  const phone = usePhone(one.communityPhone)
  const { booking, rating } = one
  const canRate = rating !== null && rating.open && !rating.rated
  if (booking !== null && one.can.includes('supplement')) {
    return (
      <Button look={one.waitingFor === 'party' ? 'main' : 'ghost'} onTap={() => onAsk('supplement')}>
        {casesText.supplement}
      </Button>
    )
  }
  if (booking === null) return null
  if (one.state === 'pending' && now < Date.parse(booking.endsAt)) {
    return <Button onTap={() => dial(phone)}>{casesText.askByPhone}</Button>
  }
  return (
    <>
      {canRate && <Button to={pages.rate(one.id)}>{casesText.rate}</Button>}
      <Button to={pages.room(booking.roomId)} look={one.state === 'confirmed' || canRate ? 'ghost' : 'main'}>
        {casesText.again}
      </Button>
    </>
  )
}

interface EnrolmentProps {
  one: CaseDetail
  enrolment: NonNullable<CaseDetail['enrolment']>
}

function EnrolmentStep({ one: { id, state, readAs, rating }, enrolment }: EnrolmentProps) {
  const words = casesText.enrolment
  if (readAs === 'staff')
    return <Button to={pages.deskProgramme(enrolment.programmeId)}>{words.programme}</Button>
  if (state === 'confirmed') return <Button to={pages.childDays(enrolment.childId)}>{words.days}</Button>
  if (state === 'entered') {
    return (
      <Button look="ghost" to={pages.draw(enrolment.programmeId)}>
        {words.howDrawn}
      </Button>
    )
  }
  if (rating !== null && rating.open && !rating.rated)
    return <Button to={pages.rate(id)}>{casesText.rate}</Button>
  return <Button to={pages.programmes}>{words.others}</Button>
}
