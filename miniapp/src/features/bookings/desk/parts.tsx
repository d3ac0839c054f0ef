import type { BookingDetail } from '@linli/contracts/booking-case'
import {
  askSubject,
  cancelBooking,
  completeBooking,
  confirmBooking,
  undoDecision,
} from '@linli/contracts/bookings'
import type { DeskParts } from '../../../shared/cases/desk-parts'
import { Fact } from '../../../shared/ui/row'
import { bookingFace } from '../face'
import { DayLine } from './day-line'
import { RefuseSheet } from './refuse-sheet'
import { deskText } from './text'

const { ask, refuse, cancel, why, whyHelp, sent } = deskText

export const bookingDesk: DeskParts<BookingDetail> = {
  type: bookingFace.type,
  Above: DayLine,
  Facts: BookingFacts,
  acts: [
    { action: 'confirm', word: deskText.confirm, endpoint: confirmBooking, key: 'c' },
    { action: 'complete', word: deskText.complete, endpoint: completeBooking, said: sent },
    {
      action: 'ask',
      word: ask.button,
      look: 'ghost',
      endpoint: askSubject,
      said: sent,
      note: { title: ask.title, label: ask.label, help: ask.help },
    },
    { action: 'refuse', word: refuse.button, look: 'danger', Sheet: RefuseSheet },
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
}

function BookingFacts({ one: { facts } }: { one: BookingDetail }) {
  return (
    <>
      {facts.note !== null && <Fact name={deskText.note}>{facts.note}</Fact>}
      <Fact name={deskText.place}>{[facts.facilityName, facts.address].filter(Boolean).join('，')}</Fact>
    </>
  )
}
