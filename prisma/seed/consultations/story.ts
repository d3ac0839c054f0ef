/** One consultation as it is told: what was said, and what was done. */
import type { HandedPart, MeetingKind, ReferralKind } from '@linli/contracts/consultation-thread'

/** `receiver`: to whom it was handed over. */
export type By = 'party' | 'adviser' | 'receiver'
export interface Said {
  by: By
  kind: 'question' | 'answer' | 'ask' | 'thanks'
  /** Hours ago. */
  ago: number
  words: string | null
}

/** What was done without a word; `to`: the state that it led to, where it led to another. */
export interface Step {
  by: By
  action: string
  /** Hours ago. */
  ago: number
  to?: 'referred' | 'waiting'
}

export interface Story {
  /** Names it among those of its community. */
  key: string
  /** Whose it is: the first of these live in the community for its bookings, the others work beside it. */
  who: 'proxy' | 'volunteer' | 'partner'
  state: 'waiting' | 'asked' | 'answered' | 'referred' | 'closed' | 'cancelled'
  topic: string
  urgency: 'date' | 'none'
  reach?: 'phone'
  said: readonly Said[]
  steps?: readonly Step[]
  /** Hours ago, of the last event where nobody said anything with it. */
  endedAgo?: number
  referral?: { kind: ReferralKind; parts: readonly HandedPart[] }
  /** Tomorrow, from and to in hours of the day. */
  meeting?: { kind: MeetingKind; from: number; to: number }
}

export const asks = (ago: number, words: string): Said => ({ by: 'party', kind: 'question', ago, words })
export const answers = (ago: number, words: string, by: By = 'adviser'): Said => ({
  by,
  kind: 'answer',
  ago,
  words,
})

/** The settings' defaults (docs/product.md › Legal consultation). */
export const officeHours = [
  ['08:30', '12:00'],
  ['14:00', '17:30'],
] as const
export const askOnDays = 14
