/** Whom another time of a task keeps from it, by the rules of matching (docs/tasks.md). */
import type { TaskObstacle } from '@linli/contracts/tasks'
import type { Tx } from '../../platform/db'
import { readOf } from '../../platform/read'
import { dayOf } from '../../platform/shanghai'
import { loadAround, loadsOf, loadsSince, obstaclesOf, type TaskRow } from '../tasks/service'
import { type StanderRow, standersOf } from './move-store'
import type { Span } from './rules'

/** What they were when they signed up holds still: only what a time decides is looked at. */
const ofTheTime: readonly TaskObstacle[] = [
  'other_task_then',
  'rest_needed',
  'too_late_in_the_day',
  'paper_missing',
]

export interface Stander extends StanderRow {
  /** Empty where they can still come. */
  why: readonly TaskObstacle[]
}

/** Everybody who stands by it or has an offer. @param span the new time */
export async function standersAt(tx: Tx, task: TaskRow, span: Span, at: Date): Promise<Stander[]> {
  const rows = await standersOf(tx, task.id, dayOf(new Date(span.endsAt.getTime() - 1)))
  const parties = rows.map(({ partyId }) => partyId)
  const loads = await loadsOf(readOf(tx), parties, loadsSince(at), task.id)
  const moved = { ...task, ...span }
  return rows.map((row) => {
    const own = loads.filter(({ partyId }) => partyId === row.partyId)
    const found = obstaclesOf(moved, asVolunteer(task, row), loadAround(own, span), at)
    return { ...row, why: found.filter((one) => ofTheTime.includes(one)) }
  })
}

const asVolunteer = (task: TaskRow, { caseId, partyId, childId, holdsPaper }: StanderRow) => ({
  caseId,
  partyId,
  community: task.community,
  name: '',
  isMinor: childId !== null,
  skills: task.skill === null ? [] : [task.skill],
  papers: task.paper !== null && holdsPaper ? [{ kind: task.paper, validUntil: '9999-12-31' }] : [],
})
