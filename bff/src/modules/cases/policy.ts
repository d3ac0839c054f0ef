/** Who reads a case, and as what. Nobody decides their own request: a party is never its staff too. */
import type { CaseSide } from '@linli/contracts/case-base'
import type { CaseType } from '@linli/contracts/cases'
import type { ProblemCode } from '@linli/contracts/problems'
import type { GrantFact } from '../identity/service'
import { isStaffOf, isSupervisorOf } from '../identity/policy'

export type Reader = 'party' | 'staff' | 'supervisor'

export interface CaseParties {
  type: CaseType
  subjectId: string
  actorId: string
  guardianIds: readonly string[]
  community: string
}

/** The person served, or who filed for them; of a child its guardians as they are now, whoever filed. */
export const isParty = (row: Omit<CaseParties, 'community'>, accountId: string): boolean =>
  row.type === 'enrolment'
    ? row.guardianIds.includes(accountId)
    : row.subjectId === accountId || row.actorId === accountId

/** Whose word counts: of a child, once staff know a guardian, only theirs whom they know. Who decides nothing still reads. */
export const mayDecide = (
  row: Pick<CaseParties, 'type'> & { decidingIds: readonly string[] },
  accountId: string,
): boolean => row.type !== 'enrolment' || row.decidingIds.includes(accountId)

/** Who rates: the person served, of a child whoever decides for it; never who filed for somebody else. */
export const mayRate = (
  row: Pick<CaseParties, 'type' | 'subjectId'> & { decidingIds: readonly string[] },
  accountId: string,
): boolean => (row.type === 'enrolment' ? row.decidingIds.includes(accountId) : row.subjectId === accountId)

/** An event's words, of whom they are. */
export interface Words {
  side: CaseSide
  /** The reader's own, in whichever of their accounts. */
  own: boolean
}

/**
 * Who may have an event's words erased: the party theirs; of staff whoever did not write them, so that nobody makes their
 * own refusal a silent one.
 */
export function eraseRefused(reader: Reader, { side, own }: Words): ProblemCode | undefined {
  if (reader === 'party') return side === 'party' ? undefined : 'not_allowed'
  if (reader === 'supervisor') return 'not_allowed'
  return own && side === 'staff' ? 'second_person_needed' : undefined
}

/** @returns undefined for whom the case does not exist (docs/product.md › Rule 7) */
export function readerOf(
  row: CaseParties,
  accountId: string,
  grants: readonly GrantFact[],
): Reader | undefined {
  if (isParty(row, accountId)) return 'party'
  // Who works on a follow-up must not learn whose it is: they read it where it is handled.
  if (row.type === 'follow_up') return undefined
  if (isStaffOf(grants, row.community)) return 'staff'
  if (isSupervisorOf(grants, row.community)) return 'supervisor'
  return undefined
}
