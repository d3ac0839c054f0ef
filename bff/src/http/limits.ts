import type { Limit } from '../platform/rate-limit'

/** How often, before we say "wait" (PRODUCT.md › Sessions). Whole villages share an address, so that one is wide. */
export const limits = {
  reads: { name: 'reads', max: 3_000, windowSeconds: 60 },
  writesByAddress: { name: 'writes-address', max: 1_200, windowSeconds: 60 },
  writesByAccount: { name: 'writes-account', max: 120, windowSeconds: 60 },
  signInByAddress: { name: 'sign-in', max: 120, windowSeconds: 300 },
} as const satisfies Record<string, Limit>
