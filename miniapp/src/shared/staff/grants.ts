import type { Grant, Me } from '@linli/contracts/identity'
import { isCommunity } from '@linli/contracts/ladder'

const deskRoles: readonly Grant['role'][] = ['staff', 'grid_worker', 'supervisor']

/** The grants that open the staff's desk, one a division. What may be done there is the service's `can`. */
export const staffGrants = (me: Me | null) => {
  const desks = me?.grants.filter((grant) => deskRoles.includes(grant.role)) ?? []
  return desks.filter((one, n) => desks.findIndex((other) => other.division === one.division) === n)
}

/** The same without those who only watch: where somebody decides, verifies and plans. */
export const workGrants = (me: Me | null) => staffGrants(me).filter(({ division }) => worksIn(me, division))

/** The grants by which somebody watches over what others do, one a division. */
export const watchGrants = (me: Me | null) => {
  const watched = me?.grants.filter(({ role }) => role === 'supervisor') ?? []
  return watched.filter((one, n) => watched.findIndex((other) => other.division === one.division) === n)
}

/** Does somebody work in this very division, and not only watch over it? */
export const worksIn = (me: Me | null, division: string) =>
  me?.grants.some(
    (one) => one.division === division && one.role !== 'supervisor' && deskRoles.includes(one.role),
  ) ?? false

/** Does somebody work for a unit above communities? They look at what the check of a text could not decide. */
export const judgesIn = (me: Me | null, division: string) =>
  me?.grants.some((one) => one.division === division && one.role === 'staff' && !isCommunity(one.division)) ??
  false

/** Does somebody look after children here? The day's sessions are the service's answer. */
export const isCarer = (me: Me) => me.grants.some((grant) => grant.role === 'care_worker')

const adviserRoles: readonly Grant['role'][] = [
  'legal_adviser',
  'legal_helper',
  'mediator',
  'legal_aid',
  'notary',
  'appraiser',
]

/** The grants by which somebody answers matters, or takes over what is handed on. */
export const adviserGrants = (me: Me | null) =>
  me?.grants.filter((grant) => adviserRoles.includes(grant.role)) ?? []

/** Does somebody bring word to people in a community? Who only watches does not. */
export const bringsWord = (me: Me) =>
  me.grants.some((grant) => grant.role === 'staff' || grant.role === 'grid_worker')

/** Is it the office of a partner unit, which has its own hall and nothing else of the community? */
export const isUnit = ({ role }: Grant) => role === 'partner_unit'

/** Does somebody decide at the desk that this grant opens? Who only watches over it chooses nothing there. */
export const decidesAt = (me: Me | null, grant: Grant) => isUnit(grant) || worksIn(me, grant.division)

/** The grants that open a desk of bookings: the staff's, or that of one's own hall; one a division. */
export const hallGrants = (me: Me | null) => {
  const all = [...staffGrants(me), ...(me?.grants.filter(isUnit) ?? [])]
  return all.filter((one, n) => all.findIndex((other) => other.division === one.division) === n)
}

/** Is somebody a partner unit in a community, and neither works there nor watches over it? They read of their own hall alone. */
export const isUnitOver = (me: Me | null, community: string) =>
  hallGrants(me)
    .filter(({ division }) => community.startsWith(division))
    .every(isUnit) &&
  (me?.grants.some((one) => isUnit(one) && community.startsWith(one.division)) ?? false)

/** The grants by which somebody runs rooms: all of a division, or the hall of their own unit there; one a division. */
export const roomGrants = (me: Me | null) => {
  const runs = [...workGrants(me), ...(me?.grants.filter(isUnit) ?? [])]
  return runs.filter((one, n) => runs.findIndex((other) => other.division === one.division) === n)
}

/** Does a grant of theirs let somebody decide what lies in a community, and not only see it? */
export const worksOver = (me: Me | null, community: string) =>
  workGrants(me).some(({ division }) => community.startsWith(division))

/** Does somebody decide in a community only as the unit that runs a hall there, whatever else they watch over? */
export const decidesAsUnit = (me: Me | null, community: string) =>
  !worksOver(me, community) &&
  (me?.grants.some((one) => isUnit(one) && community.startsWith(one.division)) ?? false)

/** Does somebody see the follow-ups of a division? A grid worker has a part in those of their own community alone. */
export const followsUpIn = (me: Me | null, division: string) =>
  me?.grants.some(
    (one) =>
      one.division === division &&
      (one.role === 'staff' ||
        one.role === 'supervisor' ||
        (one.role === 'grid_worker' && isCommunity(division))),
  ) ?? false
