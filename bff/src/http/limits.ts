import type { Limit } from '../platform/rate-limit'

/**
 * How often, before we say "wait" (docs/product.md › Sessions). Whole villages share an address, so those are wide, and who
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
  /** A hall's twenty tablets, each let in and listed some dozen times; beyond it work, and never "wait". */
  tabletsByAddress: { name: 'tablets', max: 600, windowSeconds: 300 },
} as const satisfies Record<string, Limit>

/** How many codes are sent for devices that a number does not know: near the first, work; beyond the second, "wait". */
export const codeLimits = {
  account: [limitOf('codes-account', 20, 600), limitOf('codes-account-most', 100, 600)],
  address: [limitOf('codes-address', 20, 600), limitOf('codes-address-most', 200, 600)],
  network: [limitOf('codes-network', 60, 600), limitOf('codes-network-most', 600, 600)],
  service: [limitOf('codes-service', 300, 60), limitOf('codes-service-most', 3_000, 60)],
} as const satisfies Record<string, readonly [Limit, Limit]>

/** Tries at the code of a door, of one account. */
export const doorCodeTries: Limit = limitOf('door-codes', 10, 600)

/** People whom one account looks for at the desk: more than a busy counter needs. */
export const deskLooks: readonly Limit[] = [
  limitOf('desk-looks', 60, 600),
  limitOf('desk-looks-day', 500, 86_400),
]

/**
 * Calendars that look again at one address, and all of one network: a family's devices look every few minutes each, a
 * village shares a network. Addresses that are none count as others do.
 */
export const calendarLooks = {
  address: limitOf('calendar', 240, 3_600),
  network: limitOf('calendar-network', 6_000, 3_600),
} as const

/** Tables (xlsx) that one account takes along: each is read and made anew, of a year at most. */
export const tableFiles: Limit = limitOf('tables', 20, 600)

/** Records of service that one account has printed: each is made anew. */
export const recordFiles: Limit = limitOf('record-files', 30, 600)

/**
 * Tries at a code that stands open for whoever types it, before work is asked for and before "wait": an asker has so many
 * wherever they come from, a network, and the whole service, whose first number asks for work and shuts nobody out alone.
 */
export const guessLimits = {
  pairing: {
    asker: [limitOf('pairing-asker', 10, 3_600), limitOf('pairing-asker-most', 30, 3_600)],
    network: [limitOf('pairing-network', 20, 3_600), limitOf('pairing-network-most', 100, 3_600)],
    service: [limitOf('pairing-all', 200, 3_600), limitOf('pairing-all-most', 3_000, 3_600)],
  },
  invitation: {
    asker: [limitOf('invitation', 10, 3_600), limitOf('invitation-most', 5, 3_600)],
    network: [limitOf('invitation-network', 30, 3_600), limitOf('invitation-network-most', 200, 3_600)],
    service: [limitOf('invitation-all', 300, 3_600), limitOf('invitation-all-most', 3_000, 3_600)],
  },
  /** A record of service: an office that looks at many in an hour is not shut out. */
  record: {
    asker: [limitOf('record', 20, 3_600), limitOf('record-most', 60, 3_600)],
    network: [limitOf('record-network', 60, 3_600), limitOf('record-network-most', 300, 3_600)],
    service: [limitOf('record-all', 600, 3_600), limitOf('record-all-most', 6_000, 3_600)],
  },
} as const satisfies Record<string, Record<string, readonly [Limit, Limit]>>

function limitOf(name: string, max: number, windowSeconds: number): Limit {
  return { name, max, windowSeconds }
}
