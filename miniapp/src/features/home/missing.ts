/** Which children the home page says are missing. Pure. */
import type { MissingChild } from '@linli/contracts/home'
import { dayOf } from '../../shared/time/shanghai'

/** Those of today: an answer of another day, which a device without a network shows, says nothing of where a child is now. */
export const missingToday = (
  all: readonly MissingChild[] | undefined,
  now: number,
): readonly MissingChild[] => (all ?? []).filter(({ startsAt }) => dayOf(startsAt) === dayOf(now))

/** What comes next says nothing better of a child that is missing. */
export const isSaid = (missing: readonly MissingChild[], childId: string | null | undefined): boolean =>
  missing.some((one) => one.childId === childId)
