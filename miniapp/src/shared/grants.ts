import type { Grant, Me } from '@linli/contracts/identity'

const deskRoles: readonly Grant['role'][] = ['staff', 'grid_worker', 'supervisor']

/** The grants that open the staff's desk, one a division. What may be done there is the service's `can`. */
export const staffGrants = (me: Me | null) => {
  const desks = me?.grants.filter((grant) => deskRoles.includes(grant.role)) ?? []
  return desks.filter((one, n) => desks.findIndex((other) => other.division === one.division) === n)
}

/** Does somebody work in this very division, and not only watch over it? */
export const worksIn = (me: Me | null, division: string) =>
  me?.grants.some(
    (one) => one.division === division && one.role !== 'supervisor' && deskRoles.includes(one.role),
  ) ?? false

/** Does somebody work for a unit above communities? They look at what the check of a text could not decide. */
export const judgesIn = (me: Me | null, division: string) =>
  me?.grants.some((one) => one.division === division && one.role === 'staff' && one.division.length < 12) ??
  false

/** Does somebody look after children here? The day's sessions are the service's answer. */
export const isCarer = (me: Me) => me.grants.some((grant) => grant.role === 'care_worker')
