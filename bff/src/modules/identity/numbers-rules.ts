/** Numbers are given to other people: pure rules about how long one proves its owner. */

const dayMs = 86_400_000

/**
 * Without a sign-in by its code for so long, a number alone opens nothing that is tagged (docs/product.md › Sessions).
 * @param seenAt when the number last proved itself; null is longer ago than anybody knows
 */
export const isStale = (seenAt: Date | null, now: Date, days: number): boolean =>
  seenAt === null || now.getTime() - seenAt.getTime() > days * dayMs

/** A number that was just brought along is no second proof for so long: its owner before is told in that time. */
export const proofFrom = (at: Date): Date => new Date(at.getTime() + 3 * dayMs)
