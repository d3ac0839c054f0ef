/**
 * The promise: whoever reads tasks finds what fits them first and is told why, and why not; a task is asked for by staff,
 * names nobody, and shows nobody's home (docs/tasks.md).
 */
import type { Fault } from '@linli/contracts/problems'
import type { DeskTask, NewTask, Task, TaskSummary } from '@linli/contracts/tasks'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { dayMs } from '../../platform/shanghai'
import { claim, type Idempotency } from '../../platform/idempotency'
import type { Tx } from '../../platform/db'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { maySomebody, nameFault } from '../../platform/own-words'
import { community, directory } from '../divisions/service'
import { badgeFor, isStaffOf, isSupervisorOf } from '../identity/policy'
import { grantsInside, grantsOf } from '../identity/service'
import { openLine } from '../line/service'
import { needForTask } from '../needs/service'
import { candidatesFor, listFor, type OwnTasks } from './list'
import { deskTaskOf, summaryOf } from './present'
import type { TaskRow } from './row'
import { faultsOfTask, opensToAll } from './rules'
import * as store from './store'

export { loadAround, loadsSince } from './load'
export type { TaskRow } from './row'
export { faultsOfTask, isNear, obstaclesOf } from './rules'
export { holdTask, type TaskChange, writeChange } from './change-store'
export { cancelTask, findTask, freePlaces, givePlaceBack, loadsOf, openTasksOf, takePlace } from './store'

/** @throws Problem not_found (no such community) */
export async function listTasks(deps: Deps, who: Who, code: string): Promise<OwnTasks> {
  await community(deps, code)
  return listFor(deps, who.accountId, code)
}

/** @throws Problem not_found */
export async function getTask(deps: Deps, who: Who, id: string): Promise<Task> {
  const row = await store.findTask(deps.db.statement, id)
  if (!row) throw new Problem('not_found')
  const [divisions, grants, { candidates, mine }] = await Promise.all([
    directory(deps),
    grantsOf(deps, who.accountId),
    candidatesFor(deps, who.accountId, row),
  ])
  const canManage = isStaffOf(grants, row.community)
  return {
    ...summaryOf(row, divisions, mine),
    about: row.about,
    candidates,
    canManage,
    need: canManage ? await store.needOf(deps.db, id) : null,
    communityPhone: divisions.find(row.community)?.phone ?? null,
  }
}

/**
 * One task, or one every week at the same time of day: all of them or none.
 * @throws Problem not_found (not their community, or no such need), action_not_open (the need is not open), task_stands
 *   (volunteers are looked for already), invalid_request, idempotency_key_reused
 */
export async function createTask(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: NewTask,
): Promise<{ tasks: TaskSummary[] }> {
  const fresh = deps.ids.id()
  const series = await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return known
    if (!isStaffOf(await grantsInside(tx, who.accountId), asked.community)) throw new Problem('not_found')
    const need = asked.needId === null ? null : await needForTask(deps, tx, who, asked.needId)
    if (need && need.community !== asked.community) throw new Problem('not_found')
    if (need && (await store.openTasksOf(tx, need.id, at)).length > 0) throw new Problem('task_stands')
    const atHome = need?.hasPlace === true
    refuseFaults(asked, atHome, at)
    for (let n = 0; n < asked.times; n++)
      await insert(deps, tx, { asked, atHome, n, seriesId: fresh, createdBy: who.accountId, at })
    return fresh
  })
  const divisions = await directory(deps)
  return { tasks: (await store.tasksOfSeries(deps.db, series)).map((row) => summaryOf(row, divisions, [])) }
}

/** @throws Problem invalid_request that names every fault */
function refuseFaults(asked: NewTask, atHome: boolean, now: Date): void {
  const span = { ...asked, startsAt: new Date(asked.startsAt), endsAt: new Date(asked.endsAt) }
  const faults = [
    ...faultsOfTask(span, atHome, now),
    ...namedFaults({ 'body.title': asked.title, 'body.about': asked.about, 'body.place': asked.place }),
  ]
  if (faults.length > 0) throw new Problem('invalid_request', undefined, faults)
}

/** What everybody may read of a task names nobody. @param words by the path of their field */
export const namedFaults = (words: Readonly<Record<string, string | null>>): Fault[] =>
  Object.entries(words).flatMap(([path, text]) =>
    text !== null && maySomebody(text) ? [nameFault(path)] : [],
  )

interface Insertion {
  asked: NewTask
  atHome: boolean
  /** Which week of the series, from 0. */
  n: number
  seriesId: string
  createdBy: string
  at: Date
}

async function insert(deps: Deps, tx: Tx, { asked, atHome, n, at, ...by }: Insertion): Promise<void> {
  const id = deps.ids.id()
  const later = (instant: string): Date => new Date(Date.parse(instant) + n * 7 * dayMs)
  const startsAt = later(asked.startsAt)
  await store.insertTask(tx, {
    ...asked,
    ...by,
    id,
    atHome,
    place: atHome ? null : asked.place,
    adultsOnly: asked.adultsOnly || asked.twoPeople || atHome,
    startsAt,
    endsAt: later(asked.endsAt),
    opensToAll: opensToAll(asked.kind, startsAt, at),
    createdAt: at,
  })
  await openLine(tx, { kind: 'task', community: asked.community, taskId: id }, at)
}

const pageSize = 30

/** @throws Problem not_found unless the reader is staff or supervisor of the division */
export async function listDeskTasks(
  deps: Deps,
  who: Who,
  { division, show }: { division: string; show: 'coming' | 'past' },
  after: store.DeskPlace | undefined,
): Promise<{ tasks: DeskTask[]; next: store.DeskPlace | undefined; now: string }> {
  const grants = await grantsOf(deps, who.accountId)
  if (!isStaffOf(grants, division) && !isSupervisorOf(grants, division)) throw new Problem('not_found')
  const [now, divisions] = [deps.clock.now(), await directory(deps)]
  const find = show === 'coming' ? store.comingTasks : store.pastTasks
  const { page, last } = pageOf(await find(deps.db, division, now, after, pageSize + 1), pageSize)
  return {
    tasks: page.map((row) => deskTaskOf(row, divisions)),
    next: last && { at: last.startsAt, id: last.id },
    now: now.toISOString(),
  }
}

/** Whoever organises a task now. @throws Problem not_found, not_allowed (a supervisor) */
export async function organiserOf(tx: Tx, who: Pick<Who, 'accountId'>, row: TaskRow): Promise<string> {
  const grants = await grantsInside(tx, who.accountId)
  if (isStaffOf(grants, row.community)) return badgeFor(grants, row.community)
  throw new Problem(isSupervisorOf(grants, row.community) ? 'not_allowed' : 'not_found')
}
