/** Counts the months that are over, each once, in one transaction; may run late, twice, or for the first time after years. */
import type { Deps } from '../../deps'
import { startOfDay } from '../../platform/shanghai'
import { monthOver, nextMonth } from './rules'
import { beginMonth, countedSoFar, countMonth, releaseBlocks } from './months-store'
import { publishMonth } from './publish-store'

/** @returns how many months were counted */
export async function closeRatingMonths(deps: Deps): Promise<number> {
  const { first, last } = await countedSoFar(deps.db)
  let month = last ? nextMonth(last) : first
  let closed = 0
  for (; month && monthOver(month, deps.clock.now()); month = nextMonth(month))
    closed += await closeMonth(deps, month)
  return closed
}

/** Of 1,500,000 finished cases it takes some ten seconds, once a month. */
const patienceMs = 600_000

/** Counted together, released together, published together, or not at all. */
const closeMonth = ({ db, clock }: Deps, month: string): Promise<number> =>
  db.transaction(async (tx) => {
    if (!(await beginMonth(tx, month, clock.now()))) return 0
    await countMonth(tx, month, startOfDay(month), startOfDay(nextMonth(month)))
    await releaseBlocks(tx, month, startOfDay(nextMonth(month)))
    await publishMonth(tx, month, startOfDay(nextMonth(month)))
    return 1
  }, patienceMs)
