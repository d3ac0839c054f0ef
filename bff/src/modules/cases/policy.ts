/** Who reads a case, and as what. Nobody decides their own request: a party is never its staff too. */
import type { ActorRole, CaseSide } from '@linli/contracts/case-base'
import type { ProblemCode } from '@linli/contracts/problems'
import type { GrantFact } from '../identity/service'
import { badgeFor, isStaffOf, isSupervisorOf } from '../identity/policy'
import type { Seen } from './kind'
import type { Reader } from './row'

export interface Parties {
  subjectId: string
  actorId: string
  actorRole: ActorRole
  /** The child it is for. */
  childId: string | null
  /** Whose word counts for that child, the first one first (`children/policy.ts`). */
  decidingIds: readonly string[]
}

/**
 * The person served, or who filed for them; of a child whoever decides for it now, whoever filed. Staff who filed it in
 * their office stay staff.
 */
export const isParty = (row: Parties, accountId: string): boolean =>
  row.childId === null
    ? row.subjectId === accountId || (row.actorId === accountId && row.actorRole === 'proxy')
    : row.decidingIds.includes(accountId)

/** Who rates: the person served, of a child whoever decides for it; never who filed for somebody else. */
export const mayRate = (row: Parties, accountId: string): boolean =>
  row.childId === null ? row.subjectId === accountId : row.decidingIds.includes(accountId)

/** Whom staff call: of a child a guardian of today, one whom they know before one whom they do not, then the first. */
export const contactIdOf = (row: Parties): string | undefined =>
  row.childId === null ? row.subjectId : row.decidingIds[0]

/** Who filed it for somebody else, not in an office; a child's guardians stand for it by their own right. */
export const proxyOf = (row: Parties): string | undefined =>
  row.childId === null && row.actorRole === 'proxy' && row.actorId !== row.subjectId ? row.actorId : undefined

/** Who is told of it: the person served and whoever filed it for them, of a child everybody who decides for it. */
export function peopleOf(row: Parties): readonly string[] {
  if (row.childId !== null) return row.decidingIds
  const proxy = proxyOf(row)
  return proxy === undefined ? [row.subjectId] : [row.subjectId, proxy]
}

/** Whoever files for somebody else, not in an office: a timeline names nobody. */
export const proxyWord = '亲友'

/** How a timeline calls whoever acts for the person served; what those do themselves bears no name. */
export const proxyName = (row: Parties, accountId: string): string | null =>
  proxyOf(row) === accountId ? proxyWord : null

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
  if (reader !== 'staff') return 'not_allowed'
  return own && side === 'staff' ? 'second_person_needed' : undefined
}

/**
 * @param readByStaff of the case's service (`Kind`)
 * @returns undefined for whom the case does not exist (docs/product.md › Rule 7)
 */
export function readerOf(
  row: Parties & { community: string },
  accountId: string,
  grants: readonly GrantFact[],
  readByStaff: boolean,
): Reader | undefined {
  if (isParty(row, accountId)) return 'party'
  if (!readByStaff) return undefined
  if (isStaffOf(grants, row.community)) return 'staff'
  return isSupervisorOf(grants, row.community) ? 'supervisor' : undefined
}

/** As whom somebody reads or moves a case, and the badge under which they do it for the office. */
export interface Capacity {
  reader: Reader
  badge: string
}

/**
 * The same of a case whose service may know better who works on it (`Kind.handlerBadge`).
 * @returns undefined for whom the case does not exist
 */
export function capacityOf(
  { row, kind, facts }: Seen,
  accountId: string,
  grants: readonly GrantFact[],
): Capacity | undefined {
  const reader = readerOf(row, accountId, grants, kind.readByStaff)
  const organiser =
    reader === 'party' || reader === 'staff' ? undefined : kind.organiserBadge?.(facts, accountId)
  if (organiser !== undefined) return { reader: 'organiser', badge: organiser }
  if (reader === 'party' || !kind.handlerBadge)
    return reader && { reader, badge: badgeFor(grants, row.community) }
  const badge = kind.handlerBadge(facts, { accountId, grants })
  if (badge !== undefined) return { reader: 'staff', badge }
  return reader && { reader: 'supervisor', badge: '' }
}
