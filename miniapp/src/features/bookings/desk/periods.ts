import type { Period } from '@linli/contracts/common'

const at = Date.parse

/** Half-open: one that ends when the other begins does not touch it. */
export const overlap = (a: Period, b: Period) =>
  at(a.startsAt) < at(b.endsAt) && at(b.startsAt) < at(a.endsAt)
