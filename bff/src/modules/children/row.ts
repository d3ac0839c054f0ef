/** A child as it is read: what is sealed of it, whose links it has, what froze it and what was decided last. */
import { consentDecision, frozenWhat, relation } from '@linli/contracts/children'
import * as z from 'zod/mini'

/** Keyed hashes as hex: of a name or a number that a guardian had, or has beside that of the account. */
export const knownAs = z.strictObject({
  nameHash: z.nullable(z.string()),
  phoneHash: z.nullable(z.string()),
  /** When staff compared the name with papers. */
  papersAt: z.nullable(z.string()),
})

const linkRow = z.strictObject({
  id: z.string(),
  accountId: z.string(),
  place: z.int(),
  relation,
  verifiedAt: z.nullable(z.string()),
  knownAt: z.nullable(z.string()),
  nameEnc: z.nullable(z.string()),
  phoneEnc: z.nullable(z.string()),
  /** What else they are known by, the first one first. */
  known: z.array(knownAs),
})
export type LinkRow = z.output<typeof linkRow>

/** What froze the child and is not over. */
const freezeRow = z.strictObject({
  id: z.string(),
  what: frozenWhat,
  version: z.int(),
  askedBy: z.string(),
  askedAt: z.string(),
  finalAt: z.string(),
})
export type FreezeRow = z.output<typeof freezeRow>

export const childRow = z.strictObject({
  id: z.string(),
  community: z.string(),
  nickname: z.string(),
  profileEnc: z.nullable(z.string()),
  /** Null: nothing is known, or it was erased. */
  healthEnc: z.nullable(z.string()),
  contactsEnc: z.nullable(z.string()),
  circumstancesEnc: z.nullable(z.string()),
  unverified: z.int(),
  createdAt: z.date(),
  erasedAt: z.nullable(z.date()),
  createdBy: z.string(),
  everKnown: z.boolean(),
  /** When name and birth date were given. */
  namedAt: z.nullable(z.date()),
  gradeYear: z.nullable(z.int()),
  verifiedYear: z.nullable(z.int()),
  freeze: z.nullable(freezeRow),
  /** Another record of this child stands before this one. */
  doubled: z.boolean(),
  /** Live ones, the one who added the child first. */
  links: z.array(linkRow),
  /** The last decision. */
  consent: z.nullable(z.strictObject({ version: z.int(), decision: consentDecision, at: z.string() })),
})

export interface ChildRow extends z.output<typeof childRow> {
  /** Of a decision that is so by the clock and not written yet: whose it is. */
  consentBy?: string
}
