import type { BookingDetail } from '@linli/contracts/booking-case'
import type { ShareCard } from '../../../shared/device/share-card'
import { pages } from '../../../shared/navigation/pages'
import { dayOf } from '../../../shared/time/shanghai'
import { clockSpan, dateWords, weekdayWord } from '../../../shared/time/time-words'

type Shared = Pick<BookingDetail, 'title' | 'startsAt' | 'endsAt' | 'state' | 'readAs'> & {
  facts: Pick<BookingDetail['facts'], 'roomId' | 'facilityName' | 'address'>
}

/**
 * A booking as others are asked along: which room, on which day, when and where, and the room's public page on that day. Not
 * whose it is, nor its number, nor what for. Null for what is not certain, is over, or is somebody else's.
 */
export function shareCardOf(
  { title, startsAt, endsAt, state, readAs, facts }: Shared,
  now: number,
): ShareCard | null {
  if (readAs !== 'party' || state !== 'confirmed' || Date.parse(endsAt) <= now) return null
  const day = dayOf(startsAt)
  const when = `${dateWords(day)} ${weekdayWord(day)} ${clockSpan(startsAt, endsAt)}`
  return {
    title: `${title}，${when}`,
    page: pages.room(facts.roomId, { day }),
    text: `${when}，${title}（${[facts.facilityName, facts.address].filter(Boolean).join('，')}）`,
  }
}
