import type { BookingDetail } from '@linli/contracts/booking-case'
import { cancelBooking } from '@linli/contracts/bookings'
import type { CaseParts } from '../../../shared/cases/case-parts'
import { pages } from '../../../shared/navigation/pages'
import { useNow } from '../../../shared/time/use-now'
import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import { Fact, Row } from '../../../shared/ui/row'
import { InsteadRooms } from '../components/instead-rooms'
import { bookingFace } from '../face'
import { isLate } from '../face-next'
import { atHand } from './at-hand'
import { Moves, placedWords } from './moves'
import { OtherRoom } from './other-room'
import { SeriesSheet } from './series-sheet'
import { SupplementSheet } from './supplement-sheet'
import { caseText } from './text'

interface Props {
  one: BookingDetail
  now: number
  onAsk: (sheet: string) => void
}

export const bookingCase: CaseParts<BookingDetail> = {
  type: bookingFace.type,
  Stub: atHand,
  Above,
  Step: BookingStep,
  leads: (one, now) => one.readAs === 'party' && proposedRoom(one) !== null && now < Date.parse(one.startsAt),
  Facts: BookingFacts,
  sheets: { supplement: SupplementSheet, series: SeriesSheet },
  cancel: () => ({
    action: 'cancel',
    word: caseText.cancel.row,
    endpoint: cancelBooking,
    said: caseText.cancel.done,
    confirm: caseText.cancel.confirm,
    queuedAs: caseText.cancel.queued,
  }),
  line: caseText.line,
}

function Above({ one, now }: Pick<Props, 'one' | 'now'>) {
  return (
    <>
      <Moves one={one} now={now} />
      <Instead one={one} now={now} />
    </>
  )
}

/** Rooms that need nobody's answer, where the answer is promised too late. */
function Instead({ one, now }: Pick<Props, 'one' | 'now'>) {
  const { startsAt, endsAt, facts, readAs } = one
  if (readAs !== 'party' || !isLate(one) || now >= Date.parse(startsAt)) return null
  return <InsteadRooms roomId={facts.roomId} startsAt={startsAt} endsAt={endsAt} />
}

/** The room that staff proposed when they refused this one, or called it off. */
const proposedRoom = ({ state, facts }: BookingDetail) =>
  state === 'refused' || state === 'cancelled' ? facts.alternativeRoomId : null

function BookingStep({ one, now, onAsk }: Props) {
  const phone = usePhone(one.communityPhone)
  const { state, facts, rating } = one
  const other = proposedRoom(one)
  if (one.can.includes('arrive')) return <Button to={pages.checkIn('')}>{caseText.checkIn.title}</Button>
  if (other !== null) return <OtherRoom one={one} roomId={other} now={now} />
  if (one.can.includes('supplement')) {
    return (
      <Button look={one.waitingFor === 'party' ? 'main' : 'ghost'} onTap={() => onAsk('supplement')}>
        {caseText.supplement}
      </Button>
    )
  }
  if (state === 'pending' && now < Date.parse(one.endsAt))
    return <Button onTap={() => dial(phone)}>{caseText.askByPhone}</Button>
  const second = state === 'confirmed' || (rating !== null && rating.open && !rating.rated)
  return (
    <Button to={pages.room(facts.roomId)} look={second ? 'ghost' : 'main'}>
      {caseText.again}
    </Button>
  )
}

/** Where it is, what to bring, and what was written with the request. */
function BookingFacts({ one, onAsk }: Pick<Props, 'one' | 'onAsk'>) {
  const { facts, readAs, title, can } = one
  const { note, facilityName, floor, door, bring, address, before, series } = facts
  const now = useNow()
  const place = [`${facilityName}${floor ?? ''}`, door, address].filter(Boolean).join('，')
  return (
    <>
      {series !== null && (
        <Fact name={caseText.series.name}>{caseText.series.which(series.number, series.count)}</Fact>
      )}
      {before !== null && <Fact name={caseText.before}>{placedWords(before, title, now)}</Fact>}
      {place !== '' && <Fact name={caseText.place}>{place}</Fact>}
      {bring !== null && <Fact name={caseText.bring}>{bring}</Fact>}
      {note !== null && <Fact name={readAs === 'staff' ? caseText.residentNote : caseText.note}>{note}</Fact>}
      {series !== null && readAs === 'party' && can.includes('cancel') && (
        <Row title={caseText.series.cancel} onTap={() => onAsk('series')} />
      )}
    </>
  )
}
