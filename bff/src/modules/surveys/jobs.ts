/** What the clock does for surveys; it may run late, twice, or after its worker was killed. */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { mixAnswers } from './answer-store'
import { dayOf } from '../../platform/shanghai'
import { closeAndCount } from './closing'
import { dueForReach, takeReach } from './reach-store'
import { lastDayClosedBy } from './rules'
import { dueForClosing } from './store'

const batch = 20

/**
 * Closes and counts what ended a week ago, or was ended early yesterday. One transaction each: one that fails does not
 * hold up the others.
 * @returns how many were closed @throws the first failure, after all were tried
 */
export async function closeSurveys(deps: Deps): Promise<number> {
  const at = deps.clock.now()
  const due = await dueForClosing(deps.db, lastDayClosedBy(at), dayOf(at), batch)
  return each(deps, due, (tx, id) => closeAndCount(tx, id, at))
}

/** Once a morning, how far each survey has come. @returns how many were looked at; see `closeSurveys` for failures */
export async function takeMorning(deps: Deps): Promise<number> {
  const today = dayOf(deps.clock.now())
  return each(deps, await dueForReach(deps.db, today, batch), (tx, id) => takeReach(tx, id, today))
}

async function each(
  { db }: Deps,
  surveys: readonly { id: string }[],
  work: (tx: Tx, id: string) => Promise<boolean>,
): Promise<number> {
  const failures: unknown[] = []
  let done = 0
  for (const { id } of surveys) {
    try {
      done += Number(await db.transaction((tx) => work(tx, id)))
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return done
}

const noId = '00000000-0000-0000-0000-000000000000'
const manyAtOnce = 10_000

/** After a survey is counted: nothing about an answer's row tells any more what was written with it. */
export async function mixSurvey({ db }: Deps, id: string): Promise<void> {
  let after: string | undefined = noId
  while (after) after = await mixAnswers(db, id, after, manyAtOnce)
}
