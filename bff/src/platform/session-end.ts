/** When a session is over (docs/product.md › Sessions), whatever its tokens say. */
import * as z from 'zod/mini'

const hourMs = 3_600_000
/** However often it is renewed. A constraint of the database says the same. */
export const longestMs = 90 * 24 * hourMs
/** Of an account that holds any grant, from the moment it gets it. */
const staffLongestMs = 7 * 24 * hourMs
const staffIdleMs = 12 * hourMs

export const sessionSpan = z.strictObject({
  createdAt: z.date(),
  /** When it was last renewed, which a session in use is every quarter of an hour. */
  lastUsedAt: z.date(),
  /** Its refresh token is good so long; a tablet's session has no other end. */
  expiresAt: z.date(),
  deviceId: z.nullable(z.string()),
  /** Does its account hold a grant now? */
  staff: z.boolean(),
})
type SessionSpan = z.output<typeof sessionSpan>

export function endOf({ createdAt, lastUsedAt, expiresAt, deviceId, staff }: SessionSpan): Date {
  if (deviceId || !staff) return expiresAt
  const ends = [expiresAt.getTime(), createdAt.getTime() + staffLongestMs, lastUsedAt.getTime() + staffIdleMs]
  return new Date(Math.min(...ends))
}
