import type { Limit } from '../platform/rate-limit'

/**
 * How often, before we say "wait" (PRODUCT.md › Sessions). Whole villages share an address, so those are wide, and who
 * shows a good token or is a paired tablet is counted alone: nobody on a hall's network shuts the others out.
 */
export const limits = {
  reads: { name: 'reads', max: 3_000, windowSeconds: 60 },
  readsByAccount: { name: 'reads-account', max: 1_200, windowSeconds: 60 },
  writesByAddress: { name: 'writes-address', max: 1_200, windowSeconds: 60 },
  writesByAccount: { name: 'writes-account', max: 120, windowSeconds: 60 },
  /** Beyond it some work has to be done for each try; beyond the second one nothing helps but to wait. */
  signInByAddress: { name: 'sign-in', max: 120, windowSeconds: 300 },
  signInWithProof: { name: 'sign-in-proved', max: 1_200, windowSeconds: 300 },
  signInByTablet: { name: 'tablet', max: 120, windowSeconds: 300 },
} as const satisfies Record<string, Limit>

/** How many codes are sent for devices that a number does not know: near the first, work; beyond the second, "wait". */
export const codeLimits = {
  account: [limitOf('codes-account', 20, 600), limitOf('codes-account-most', 100, 600)],
  address: [limitOf('codes-address', 20, 600), limitOf('codes-address-most', 200, 600)],
  network: [limitOf('codes-network', 60, 600), limitOf('codes-network-most', 600, 600)],
  service: [limitOf('codes-service', 300, 60), limitOf('codes-service-most', 3_000, 60)],
} as const satisfies Record<string, readonly [Limit, Limit]>

function limitOf(name: string, max: number, windowSeconds: number): Limit {
  return { name, max, windowSeconds }
}
