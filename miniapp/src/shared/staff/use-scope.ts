import { useState } from 'react'
import { staffGrants, workGrants } from './grants'
import { useMe } from '../session/session'

/**
 * Which of a staff member's divisions a page is about.
 * @param working only those in which they do more than watch
 */
export function useScope(working = false) {
  const me = useMe()
  const grants = working ? workGrants(me) : staffGrants(me)
  const [division, setDivision] = useState<string | null>(null)
  const grant = grants.find((one) => one.division === division) ?? grants[0] ?? null
  return { signedIn: me !== null, grants, grant, setDivision }
}

export type Scope = ReturnType<typeof useScope>
