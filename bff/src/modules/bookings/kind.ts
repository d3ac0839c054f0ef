/** A booking, told to the spine. */
import { bookingDeclaration } from '@linli/contracts/booking-case'
import { purposeWord } from '@linli/contracts/words'
import type { FieldCipher } from '../../platform/crypto'
import { lineActionWord } from '../../platform/words'
import type { Kind, Reading } from '../cases/kind'
import { onLeave } from './account-store'
import { type BookingFacts, bookingFacts, ownHall } from './facts-store'
import { moved } from './moved'
import { doorOpens, waitedUntil } from './rules'

const shown = ({
  checkedInAt,
  roomId,
  facilityName,
  purpose,
  attendees,
  replacesCaseId,
  series,
}: BookingFacts) => ({
  roomId,
  facilityName,
  purpose,
  attendees,
  replacesCaseId,
  series,
  checkedInAt: checkedInAt && new Date(checkedInAt).toISOString(),
})

const placed = (facts: BookingFacts['before']) => facts && instants(facts)

const instants = ({ roomName, startsAt, endsAt }: NonNullable<BookingFacts['before']>) => ({
  roomName,
  startsAt: new Date(startsAt).toISOString(),
  endsAt: new Date(endsAt).toISOString(),
})

/** Where it is, as one finds it. */
const place = ({ roomKind, floor }: BookingFacts) => ({ roomKind, floor })

const positionOf = ({ longitude, latitude }: BookingFacts) =>
  longitude === null || latitude === null ? null : { longitude, latitude }

export const bookingKind: Kind<BookingFacts> = {
  ...bookingDeclaration,
  readByStaff: true,
  rated: true,
  takesPlaceIn: ['confirmed'],
  queuesIn: ['waiting'],
  lapsesItself: true,
  keepsFromLeaving: true,
  facts: bookingFacts,
  // Who runs the hall answers for it beside the community's staff, and reads no name (docs/decisions/a-hall-is-answered-by-its-unit.md).
  organiserBadge: ({ ownerId, ownerBadge }, accountId) =>
    ownerId === accountId ? (ownerBadge ?? undefined) : undefined,
  organises: ownHall,
  conditions: {
    automatic: ({ approval }) => approval === 'automatic',
    by_staff: ({ approval }) => approval === 'staff',
    replaces_nothing: ({ replacesCaseId }) => replacesCaseId === null,
    there: ({ checkedInAt }) => checkedInAt !== null,
    not_there: ({ checkedInAt }) => checkedInAt === null,
    door_open: (_facts, { startsAt }, now) => startsAt !== null && now >= doorOpens(startsAt),
    waited_for: (_facts, { startsAt }, now) => startsAt !== null && now >= waitedUntil(startsAt),
    after_cleaning: ({ freeAt }, _row, now) => now >= new Date(freeAt),
  },
  summary: (facts) => ({ ...shown(facts), ...place(facts) }),
  detail: (facts, row, { words, cipher }: Reading) => ({
    ...shown(facts),
    ...place(facts),
    door: facts.door,
    bring: facts.bring,
    position: positionOf(facts),
    note: words ? facts.note : null,
    bufferMinutes: facts.bufferMinutes,
    address: facts.address,
    alternativeRoomId: facts.alternativeRoomId,
    before: placed(facts.before),
    replaces: placed(facts.replaces),
    wished: facts.wished && { ...instants(facts.wished), caseId: facts.wished.caseId },
    keeper: row.state === 'confirmed' && words ? keeperOf(facts, cipher) : null,
  }),
  exported: {
    labels: { purpose: ['用途', purposeWord], attendees: '人数', note: '您写的说明' },
    of: ({ purpose, attendees, note }) => ({ purpose, attendees, note }),
  },
  onLeave,
  actionWords: {
    ...lineActionWord,
    supplement: '补充说明',
    reschedule: '改了时间',
    replace: '换成了新的时间',
    arrive: '在门口签到了',
    check_in: '工作人员记下您到了',
    uncheck: '工作人员收回了签到',
    release: '没有签到，让给别人了',
    regain: '工作人员把场地还给您',
    ask: '社区想再了解',
  },
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
