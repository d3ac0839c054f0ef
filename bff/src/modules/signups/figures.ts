/** The promise: from above it is seen where people are missing and who does not answer, and nothing of anybody. */
import { fives, type TaskCounts } from '@linli/contracts/task-figures'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { Problem } from '../../platform/problem'
import { directory } from '../divisions/service'
import { isStaffOf, isSupervisorOf } from '../identity/policy'
import { grantsOf } from '../identity/service'
import { standIn, type StandRow } from './figures-store'

const nothing: TaskCounts = { coming: 0, filled: 0, short: 0, needsLate: 0, hoursLate: 0 }

/** What hangs on single people is told in fives, also of the whole: so nothing comes of taking one from the other. */
function countsIn(rows: readonly StandRow[], division: string): TaskCounts {
  const sum = { ...nothing }
  for (const row of rows.filter(({ community }) => community.startsWith(division)))
    for (const key of Object.keys(sum) as (keyof TaskCounts)[]) sum[key] += row[key]
  return { ...sum, needsLate: fives(sum.needsLate), hoursLate: fives(sum.hoursLate) }
}

/** @throws Problem not_found where no grant of the reader's reaches the division */
export async function getTaskFigures(deps: Deps, who: Who, division: string) {
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  const here = divisions.find(division)
  if (!here || !(isStaffOf(grants, division) || isSupervisorOf(grants, division)))
    throw new Problem('not_found')
  const now = deps.clock.now()
  const rows = await standIn(deps.db, division, now)
  return {
    division: here.code,
    name: here.name,
    now: now.toISOString(),
    counts: countsIn(rows, division),
    below: divisions
      .children(division)
      .map(({ code, name }) => ({ code, name, counts: countsIn(rows, code) })),
  }
}
