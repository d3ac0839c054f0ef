/** Who works on a consultation: whoever it was given to, and only while they hold an office that reaches its desk. */
import type { Role } from '@linli/contracts/roles'
import type { GrantFact } from '../identity/service'

/** To whom a question is given at first, from the village up. */
export const deskRoles: readonly Role[] = ['legal_adviser', 'legal_aid']

/** Whoever may work on one, by being given it or by a referral. */
export const legalRoles: readonly Role[] = [...deskRoles, 'legal_helper', 'mediator', 'notary', 'appraiser']

/** The grants by which somebody belongs to desks. */
export const legalGrants = (grants: readonly GrantFact[]): GrantFact[] =>
  grants.filter(({ role }) => legalRoles.includes(role))

/** Who works on it, and where. */
interface Held {
  handlerId: string | null
  handlerName: string | null
  officeCode: string
  withdrawn: boolean
}

/**
 * The badge of the handler, who loses it with their office at once, and with the case when its person takes it back.
 * @returns undefined for everybody else
 */
export const handlerBadge = (
  { handlerId, handlerName, officeCode, withdrawn }: Held,
  { accountId, grants }: { accountId: string; grants: readonly GrantFact[] },
): string | undefined =>
  handlerId === accountId && !withdrawn && legalGrants(grants).some(({ division }) => division === officeCode)
    ? (handlerName ?? undefined)
    : undefined
