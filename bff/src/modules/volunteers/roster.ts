/** The promise: staff find the volunteers of their division by what they can do, without a name in the list. */
import type { RosterEntry } from '@linli/contracts/volunteer-desk'
import type { Skill } from '@linli/contracts/volunteer-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { directory } from '../divisions/service'
import { isStaffOf } from '../identity/policy'
import { grantsOf } from '../identity/service'
import { type Place, rosterOf } from './roster-store'

const pageSize = 30

/** @throws Problem not_found where the reader is not staff of the division */
export async function listVolunteers(
  deps: Deps,
  who: Who,
  { division, skill }: { division: string; skill: Skill | undefined },
  after: Place | undefined,
): Promise<{ volunteers: RosterEntry[]; next: Place | undefined }> {
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  if (!isStaffOf(grants, division) || !divisions.find(division)) throw new Problem('not_found')
  const { page, last } = pageOf(await rosterOf(deps.db, division, skill, after, pageSize + 1), pageSize)
  const volunteers = page.map(({ community, createdAt, ...row }) => ({
    ...row,
    communityName: divisions.find(community)?.name ?? '',
    registeredAt: createdAt.toISOString(),
  }))
  return { volunteers, next: last && { at: last.createdAt, id: last.caseId } }
}
