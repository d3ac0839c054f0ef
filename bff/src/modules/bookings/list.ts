/**
 * The promise: whatever was booked in a division is found there by when, where and what became of it; of whom it is only
 * staff are told, without a name and while one of theirs is open. A partner unit finds what takes its own hall.
 */
import type { BookingCase } from '@linli/contracts/booking-case'
import type { BookingsShown } from '@linli/contracts/booking-desk'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { addDays, startOfDay } from '../../platform/shanghai'
import { type CaseRow, summariesOf } from '../cases/service'
import { directory } from '../divisions/service'
import { grantsOf } from '../identity/service'
import { sightOf } from '../rooms/service'
import { historyCounts, lastOf } from './history-store'
import { deskBookings, type ListPlace } from './list-store'
import { bookingCaseOf } from './read'

const pageSize = 50
const lastFew = 5

export interface Listing {
  division: string
  show: BookingsShown
  room: string | null
  day: string | null
  state: string | null
  personOf: string | null
}

/** @throws Problem not_found where the reader has no grant that reaches the division, contact_not_justified */
export async function listDeskBookings(
  deps: Deps,
  who: Who,
  { day, ...asked }: Listing,
  after: ListPlace | undefined,
): Promise<{ cases: BookingCase[]; next: ListPlace | undefined }> {
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  const sight = sightOf(grants, who.accountId, asked.division)
  if (!sight || !divisions.find(asked.division)) throw new Problem('not_found')
  if (asked.personOf !== null) await mustServe(deps, who, asked.personOf)
  const now = deps.clock.now()
  const from = day === null ? null : startOfDay(day)
  const to = day === null ? null : startOfDay(addDays(day, 1))
  const rows = await deskBookings(deps.db, {
    ...asked,
    owner: sight.owner,
    from,
    to,
    now,
    after,
    limit: pageSize + 1,
  })
  const { page, last } = pageOf(rows, pageSize)
  return {
    cases: await shown(
      deps,
      page.map(({ sort: _, ...row }) => row),
    ),
    next: last && { startsAt: last.sort, id: last.id },
  }
}

/** @throws Problem not_found, contact_not_justified (not staff of it, or it is over) */
export async function readBookingHistory(deps: Deps, who: Who, id: string) {
  await mustServe(deps, who, id)
  const now = deps.clock.now()
  const [divisions, counts, last] = await Promise.all([
    directory(deps),
    historyCounts(deps.db, id, now),
    lastOf(deps.db, id, now, lastFew),
  ])
  if (!counts) throw new Problem('not_found')
  const { week, quotaUsed, community, ...others } = counts
  return {
    week: { from: week, used: quotaUsed, of: divisions.settings(community).booking_quota_per_week },
    counts: others,
    last: await shown(deps, last),
  }
}

/** What somebody did before is read for the same reason as their telephone: they wait for something here. */
async function mustServe(deps: Deps, who: Who, id: string): Promise<void> {
  const { canReadContact } = await bookingCaseOf(deps, who, id)
  if (!canReadContact) throw new Problem('contact_not_justified')
}

const shown = async (deps: Deps, rows: readonly CaseRow[]): Promise<BookingCase[]> =>
  (await summariesOf(deps, rows)).filter((one) => one.type === 'booking')
