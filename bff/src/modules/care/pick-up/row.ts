/** Who may pick a child up, as it is read; keyed hashes are hex, so people are compared without their names. */
import { relation } from '@linli/contracts/children'
import * as z from 'zod/mini'
import { knownAs } from '../../children/service'

export const listedRow = z.strictObject({
  id: z.string(),
  kind: z.enum(['listed', 'barred']),
  nameEnc: z.string(),
  nameHash: z.string(),
  phoneHash: z.nullable(z.string()),
  relation: z.nullable(relation),
  /** Days in Shanghai, the last one included. */
  validFrom: z.string(),
  validTo: z.nullable(z.string()),
})
export type ListedRow = z.output<typeof listedRow>

/** A link between a guardian and the child; name and telephone are the account's. */
export const guardianRow = z.strictObject({
  id: z.string(),
  relation,
  accountId: z.string(),
  nameEnc: z.nullable(z.string()),
  phoneHash: z.nullable(z.string()),
  /** What else this account is or was known by. */
  known: z.array(knownAs),
  /** Staff have seen the papers; another name of the child does not undo that. */
  verified: z.boolean(),
  ended: z.boolean(),
})
export type GuardianRow = z.output<typeof guardianRow>

export const codeRow = z.strictObject({
  id: z.string(),
  day: z.string(),
  codeHash: z.string(),
  nameEnc: z.nullable(z.string()),
  relation,
  attempts: z.int(),
  used: z.boolean(),
  replaced: z.boolean(),
})
export type CodeRow = z.output<typeof codeRow>
