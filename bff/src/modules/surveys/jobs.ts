/** What the clock does for surveys; it may run late, twice, or after its worker was killed. */
import type { Deps } from '../../deps'
import { mixAnswers } from './answer-store'
import { closeAndCount } from './closing'
import { lastDayClosedBy } from './rules'
import { dueForClosing } from './store'

const batch = 20

/**
 * Closes and counts what ended a week ago. One transaction each: one that fails does not hold up the others.
 * @returns how many were closed @throws the first failure, after all were tried
 */
export async function closeSurveys(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const failures: unknown[] = []
  let closed = 0
  for (const { id } of await dueForClosing(deps.db, lastDayClosedBy(at), batch)) {
    try {
      closed += Number(await deps.db.transaction((tx) => closeAndCount(tx, id, at)))
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return closed
}

const noId = '00000000-0000-0000-0000-000000000000'
const manyAtOnce = 10_000

/** After a survey is counted: nothing about an answer's row tells any more what was written with it. */
export async function mixSurvey({ db }: Deps, id: string): Promise<void> {
  let after: string | undefined = noId
  while (after) after = await mixAnswers(db, id, after, manyAtOnce)
}
