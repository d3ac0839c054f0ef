import { useState } from 'react'
import { staffGrants } from './grants'
import { useMe } from './session'

/** Which of a staff member's divisions a page is about. */
export function useScope() {
  const me = useMe()
  const grants = staffGrants(me)
  const [division, setDivision] = useState<string | null>(null)
  const grant = grants.find((one) => one.division === division) ?? grants[0] ?? null
  return { signedIn: me !== null, grants, grant, setDivision }
}

export type Scope = ReturnType<typeof useScope>
