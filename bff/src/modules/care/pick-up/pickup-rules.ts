/** Who may take a child home, from what its guardians wrote down. A bar counts before any list, code or call. */
import type { ReleaseRefusal } from '@linli/contracts/care'
import type { Relation } from '@linli/contracts/children'
import type { CodeRow, GuardianRow, ListedRow } from './row'

export type ListedPerson = Omit<ListedRow, 'nameEnc'>

export interface DayCode extends Omit<CodeRow, 'codeHash' | 'nameEnc'> {
  /** It is the code that was said. */
  matches: boolean
  nameHash: string | null
}

/** Sealed beside a release or a refusal, tag contact. */
export interface DoorDetail {
  person?: string
  relation?: Relation
  /** Of an override: which guardian was called, and why. */
  called?: string
  reason?: string
  /** People of the lists whose names are almost this one; what the carer decided, null where nobody could ask. */
  looked?: { name: string; same: boolean | null }[]
}

/** Keyed hashes as hex. */
export interface Who {
  nameHash: string | null
  phoneHash?: string | null
}

export interface GuardianLink extends Omit<GuardianRow, 'accountId' | 'nameEnc' | 'known'> {
  nameHash: string | null
  known: readonly Who[]
}

/** Who stands at the door, as the carer says. */
export type Claim =
  | { method: 'listed'; personId: string }
  | { method: 'guardian'; guardian: GuardianLink | undefined }
  | { method: 'code' }
  | { method: 'override'; nameHash: string; leads: boolean }

/** `person`, `guardian` and `code` are what was recognised, whatever the verdict. */
export interface Verdict {
  refusal?: ReleaseRefusal
  person?: ListedPerson
  guardian?: GuardianLink
  code?: DayCode
}

export const codeTries = 5

/** @param day of the hand-over, in Shanghai */
export function judgePerson(
  claim: Claim,
  { people, codes }: { people: readonly ListedPerson[]; codes: readonly DayCode[] },
  day: string,
): Verdict {
  const barred = people.filter((p) => p.kind === 'barred')
  switch (claim.method) {
    case 'listed':
      return judgeListed(
        people.find((p) => p.id === claim.personId),
        barred,
        day,
      )
    case 'guardian':
      return judgeGuardian(claim.guardian, barred)
    case 'code':
      return judgeCode(codes, barred, day)
    case 'override':
      // Whoever is barred is so for a carer who may not override, too: the alert does not wait for a leader.
      if (isBarred(claim, barred)) return { refusal: 'person_barred' }
      return claim.leads ? {} : { refusal: 'not_duty_leader' }
  }
}

export function judgeListed(
  person: ListedPerson | undefined,
  barred: readonly ListedPerson[],
  day: string,
): Verdict {
  if (!person) return { refusal: 'person_not_listed' }
  if (person.kind === 'barred' || isBarred(person, barred)) return { refusal: 'person_barred', person }
  const valid = person.validFrom <= day && (person.validTo === null || day <= person.validTo)
  return valid ? { person } : { refusal: 'person_not_valid_today', person }
}

/** A verified guardian needs no list; one whose link was ended, or who is another child's, is nobody to this child. */
function judgeGuardian(guardian: GuardianLink | undefined, barred: readonly ListedPerson[]): Verdict {
  if (!guardian) return { refusal: 'person_not_listed' }
  if (isBarredAs([guardian, ...guardian.known], barred)) return { refusal: 'person_barred', guardian }
  if (guardian.ended) return { refusal: 'person_not_listed', guardian }
  return guardian.verified ? { guardian } : { refusal: 'guardian_not_verified', guardian }
}

/** A code that was replaced or guessed at too often is no code any more. */
function judgeCode(codes: readonly DayCode[], barred: readonly ListedPerson[], day: string): Verdict {
  const same = codes.filter((c) => c.matches && !c.replaced)
  const code = same.find((c) => c.day === day) ?? same[0]
  if (!code) return { refusal: 'code_wrong' }
  if (code.nameHash && isBarred({ nameHash: code.nameHash }, barred))
    return { refusal: 'person_barred', code }
  if (code.used) return { refusal: 'code_used', code }
  if (code.day !== day) return { refusal: 'code_other_day', code }
  return code.attempts < codeTries ? { code } : { refusal: 'code_wrong' }
}

/** By name or by telephone number. */
export const isBarred = (who: Who, barred: readonly ListedPerson[]): boolean =>
  barred.some(
    (b) =>
      (who.nameHash !== null && b.nameHash === who.nameHash) ||
      (Boolean(who.phoneHash) && b.phoneHash === who.phoneHash),
  )

/** The same for whoever has, or had, several. */
export const isBarredAs = (names: readonly Who[], barred: readonly ListedPerson[]): boolean =>
  names.some((who) => isBarred(who, barred))
