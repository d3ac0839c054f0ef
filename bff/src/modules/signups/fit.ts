/** Whether somebody can stand by a task, asked inside the transaction that decides it. */
import type { TaskObstacle } from '@linli/contracts/tasks'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { readOf } from '../../platform/read'
import type { Entry } from '../line/service'
import { ownNeeds } from '../needs/service'
import { loadAround, loadsOf, loadsSince, obstaclesOf, type TaskRow } from '../tasks/service'
import { membersAmong } from '../teams/service'
import { fitChildNow, fitInside, fitNow, type FitVolunteer } from '../volunteers/service'
import { childOf, holdAccount } from './store'

const refusals: Readonly<Record<TaskObstacle, ConstructorParameters<typeof Problem>[0]>> = {
  began: 'task_over',
  not_a_volunteer: 'not_a_volunteer',
  skill_missing: 'task_unfit',
  paper_missing: 'task_unfit',
  adults_only: 'task_unfit',
  too_late_in_the_day: 'task_unfit',
  other_task_then: 'task_time_taken',
  rest_needed: 'task_rest',
  opens_later: 'task_opens_later',
  own_need: 'task_unfit',
  not_in_team: 'task_unfit',
}

/**
 * The volunteer, held so that two taps of one person are looked at one after the other.
 * @throws Problem not_a_volunteer, task_over, task_unfit, task_time_taken, task_rest, task_opens_later
 */
export async function mustFit(
  deps: Pick<Deps, 'cipher'>,
  tx: Tx,
  task: TaskRow,
  party: { accountId: string; childId: string | null },
  at: Date,
): Promise<FitVolunteer> {
  await holdAccount(tx, party.accountId)
  const volunteer = await fitInside(deps, tx, party, at)
  if (!volunteer) throw new Problem('not_a_volunteer')
  if (task.needId !== null && (await ownNeeds(readOf(tx), [task.needId], party.accountId)).length > 0)
    throw new Problem('task_unfit')
  const [first] = await obstaclesNow(tx, task, volunteer, at)
  if (first) throw new Problem(refusals[first])
  return volunteer
}

async function obstaclesNow(
  tx: Tx,
  task: TaskRow,
  volunteer: FitVolunteer,
  at: Date,
): Promise<TaskObstacle[]> {
  const loads = await loadsOf(readOf(tx), [volunteer.partyId], loadsSince(at))
  const among = await membersAmong(readOf(tx), [volunteer.partyId])
  const inTeam = among.has(task.teamId, volunteer.partyId)
  return obstaclesOf(task, volunteer, { ...loadAround(loads, task), inTeam }, at)
}

/**
 * Of whoever waits: what was reserved for others is no obstacle once it is their turn. Who stops being a volunteer in this
 * moment is taken off a minute later (`jobs.ts`).
 */
export async function fitOfEntry(
  deps: Pick<Deps, 'cipher'>,
  tx: Tx,
  task: TaskRow,
  entry: Entry,
  at: Date,
): Promise<boolean> {
  const childId = await childOf(tx, entry.caseId)
  // Whoever signed a child up may be its guardian no more; others are.
  const volunteer =
    childId === null
      ? await fitNow(deps, tx, { accountId: entry.subjectId, childId }, at)
      : await fitChildNow(deps, tx, childId, at)
  if (!volunteer) return false
  const found = await obstaclesNow(tx, task, volunteer, at)
  return found.every((obstacle) => obstacle === 'opens_later')
}
