import { useState } from 'react'
import type { Grant, Me } from '@linli/contracts/identity'
import { hallGrants, roomGrants, staffGrants, watchGrants, workGrants } from './grants'
import { useMe } from '../session/session'

/**
 * Whose page it is: of all staff; of those who do more than watch; of those who watch; of a desk of bookings, where a partner
 * unit has its own hall; of those who run rooms.
 */
export type Opens = 'staff' | 'work' | 'watch' | 'halls' | 'rooms'

const grantsFor: Record<Opens, (me: Me | null) => Grant[]> = {
  staff: staffGrants,
  work: workGrants,
  watch: watchGrants,
  halls: hallGrants,
  rooms: roomGrants,
}

/** Which of somebody's divisions a page is about. */
export function useScope(opens: Opens = 'staff') {
  const me = useMe()
  const grants = grantsFor[opens](me)
  const [division, setDivision] = useState<string | null>(null)
  const grant = grants.find((one) => one.division === division) ?? grants[0] ?? null
  const office = hallGrants(me).length > 0 ? 'desk' : me !== null && me.grants.length > 0 ? 'other' : null
  return { signedIn: me !== null, opens, office, grants, grant, setDivision } as const
}

export type Scope = ReturnType<typeof useScope>
