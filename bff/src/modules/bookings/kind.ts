/** A booking, told to the spine. */
import { bookingDeclaration } from '@linli/contracts/booking-case'
import type { FieldCipher } from '../../platform/crypto'
import type { Kind, Reading } from '../cases/kind'
import { type BookingFacts, bookingFacts } from './facts-store'
import { moved } from './moved'

const shown = ({ roomId, facilityName, purpose, attendees }: BookingFacts) => ({
  roomId,
  facilityName,
  purpose,
  attendees,
})

export const bookingKind: Kind<BookingFacts> = {
  ...bookingDeclaration,
  readByStaff: true,
  rated: true,
  seenIn: ['pending'],
  takesPlaceIn: ['confirmed'],
  hopesIn: ['waiting'],
  keepsFromLeaving: true,
  facts: bookingFacts,
  conditions: {
    automatic: ({ approval }) => approval === 'automatic',
    by_staff: ({ approval }) => approval === 'staff',
    after_cleaning: ({ freeAt }, _row, now) => now >= freeAt,
  },
  summary: shown,
  detail: (facts, row, { words, cipher }: Reading) => ({
    ...shown(facts),
    note: words ? facts.note : null,
    bufferMinutes: facts.bufferMinutes,
    address: facts.address,
    keeper: row.state === 'confirmed' && words ? keeperOf(facts, cipher) : null,
  }),
  moved,
}

/** Who opens the door is published on the confirmation (docs/product.md › Rooms), so reading it leaves no record. */
function keeperOf({ facilityId, keeperNameEnc, keeperPhoneEnc }: BookingFacts, cipher: FieldCipher) {
  if (!keeperNameEnc || !keeperPhoneEnc) return null
  return {
    name: cipher.decrypt('facilities.keeper_name_enc', facilityId, keeperNameEnc),
    phone: cipher.decrypt('facilities.keeper_phone_enc', facilityId, keeperPhoneEnc),
  }
}
