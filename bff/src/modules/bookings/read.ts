import type { BookingDetail } from '@linli/contracts/booking-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { Problem } from '../../platform/problem'
import { getCase } from '../cases/service'

/** The case of a booking, as whoever asks may see it. @throws Problem not_found */
export async function bookingCaseOf(deps: Deps, who: Who, id: string): Promise<BookingDetail> {
  const found = await getCase(deps, who, id)
  if (found.type !== 'booking') throw new Problem('not_found')
  return found
}
