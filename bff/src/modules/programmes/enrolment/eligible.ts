/** The promise: before the opening a guardian knows of every child whether one tap will be enough. */
import type { Eligibility } from '@linli/contracts/enrolments'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { dayOf } from '../../../platform/shanghai'
import { childrenOf } from '../../children/service'
import { ageOn, obstaclesOf, scoreOf, unverifiedOf } from './eligibility'
import { readAs } from '../service'
import { liveCases, sameHours } from './signed-up-store'

/** @throws Problem not_found */
export async function checkEligibility(
  deps: Deps,
  who: Who,
  id: string,
): Promise<{ children: Eligibility[]; now: string }> {
  const [{ row }, all] = await Promise.all([readAs(deps, who, id), childrenOf(deps, who.accountId)])
  // Age and points come from what is tagged: of whom the reader may not read, nothing.
  const children = all.filter((child) => child.mayDecide && !child.frozen)
  const now = deps.clock.now()
  const ids = children.map((child) => child.id)
  const [live, also] =
    children.length === 0
      ? [[], []]
      : await Promise.all([liveCases(deps.db, id, ids, now), sameHours(deps.db, id, ids, now)])
  return {
    children: children.map((child) => {
      const caseId = live.find((each) => each.childId === child.id)?.caseId ?? null
      const obstacles = obstaclesOf(child, row, dayOf(now))
      return {
        childId: child.id,
        nickname: child.nickname,
        obstacles: caseId ? [...obstacles, 'already_signed_up'] : obstacles,
        ageOnFirstDay: ageOn(child.birthDate, row.startsOn),
        score: scoreOf(child, row.priority),
        unverified: unverifiedOf(child, row.priority),
        caseId,
        alsoAt: also.filter((each) => each.childId === child.id).map((each) => each.name),
      }
    }),
    now: now.toISOString(),
  }
}
