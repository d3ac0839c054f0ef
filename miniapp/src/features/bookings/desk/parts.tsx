import type { BookingDetail } from '@linli/contracts/booking-case'
import { confirmBookings } from '@linli/contracts/booking-desk'
import {
  askSubject,
  cancelBooking,
  completeBooking,
  confirmBooking,
  undoDecision,
} from '@linli/contracts/bookings'
import { checkInBooking, regainBooking, releaseBooking, uncheckBooking } from '@linli/contracts/check-in'
import type { DeskParts } from '../../../shared/cases/desk-parts'
import { useNow } from '../../../shared/time/use-now'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { isUnitOver } from '../../../shared/staff/grants'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Fact } from '../../../shared/ui/row'
import { bookingFace } from '../face'
import { Moves } from '../case/moves'
import { DayLine } from './day-line'
import { History } from './history'
import { MoveSheet } from './move-sheet'
import { RefuseSheet } from './refuse-sheet'
import { deskText } from './text'

const { ask, refuse, cancel, why, whyHelp, sent } = deskText

export const bookingDesk: DeskParts<BookingDetail> = {
  type: bookingFace.type,
  Above: Around,
  Facts: BookingFacts,
  acts: [
    { action: 'check_in', word: deskText.checkIn, endpoint: checkInBooking, said: deskText.checkedIn },
    {
      action: 'release',
      word: deskText.release.button,
      look: 'ghost',
      endpoint: releaseBooking,
      said: deskText.release.done,
      confirm: deskText.release.confirm,
    },
    { action: 'regain', word: deskText.regain, endpoint: regainBooking, said: deskText.regained },
    {
      action: 'uncheck',
      word: deskText.uncheck,
      look: 'ghost',
      endpoint: uncheckBooking,
      said: deskText.unchecked,
    },
    { action: 'confirm', word: deskText.confirm, endpoint: confirmBooking, key: 'c' },
    { action: 'complete', word: deskText.complete, endpoint: completeBooking, said: sent },
    {
      action: 'ask',
      word: ask.button,
      look: 'ghost',
      key: 'a',
      endpoint: askSubject,
      said: sent,
      note: { title: ask.title, label: ask.label, help: ask.help },
    },
    { action: 'reschedule', word: deskText.move.button, look: 'ghost', key: 't', Sheet: MoveSheet },
    { action: 'refuse', word: refuse.button, look: 'danger', key: 'r', Sheet: RefuseSheet },
    {
      action: 'cancel',
      word: cancel.button,
      look: 'danger',
      endpoint: cancelBooking,
      said: sent,
      note: { title: cancel.title, label: why, help: whyHelp },
    },
  ],
  undo: { endpoint: undoDecision, of: ['confirmed', 'refused'] },
  many: { endpoint: confirmBookings, done: deskText.confirmed, of: ['pending'] },
}

/** What else that day has, and who asks. */
function Around({ one }: { one: BookingDetail }) {
  const now = useNow()
  return (
    <>
      <Moves one={one} now={now} />
      <DayLine one={one} />
      <History one={one} />
    </>
  )
}

function BookingFacts({ one: { id, facts, community, communityPhone } }: { one: BookingDetail }) {
  const isUnit = isUnitOver(useMe(), community)
  return (
    <>
      {facts.note !== null && <Fact name={deskText.note}>{facts.note}</Fact>}
      <Fact name={deskText.place}>{[facts.facilityName, facts.address].filter(Boolean).join('，')}</Fact>
      {isUnit && <Box className="muted">{deskText.noName(communityPhone)}</Box>}
      <Button look="plain" to={pages.bookingSlip(id)}>
        {deskText.slip}
      </Button>
    </>
  )
}
