/** Who reads a programme, and as what: staff of its community manage it, a supervisor above reads, the others see what was published. */
import type { GrantFact } from '../identity/service'
import { isStaffOf, isSupervisorOf } from '../identity/policy'

export type ProgrammeReader = 'staff' | 'supervisor' | 'public'

export function readerAs(grants: readonly GrantFact[], community: string): ProgrammeReader {
  if (isStaffOf(grants, community)) return 'staff'
  return isSupervisorOf(grants, community) ? 'supervisor' : 'public'
}

/** A draft, and one that was given up before anybody saw it, exist for staff and supervisors only. */
export const maySee = (row: { state: string; announced: boolean }, reader: ProgrammeReader): boolean =>
  reader !== 'public' || row.announced
