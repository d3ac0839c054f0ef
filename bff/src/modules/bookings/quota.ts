/** The refusal that says how many bookings a week may hold. */
import { Problem } from '../../platform/problem'

export function overQuota(limit: number): never {
  throw new Problem('booking_quota_reached', { perWeek: limit })
}
