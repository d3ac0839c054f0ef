/**
 * The promise: whoever reads tasks finds what fits them first and is told why, and why not; a task is asked for by staff,
 * names nobody, and shows nobody's home (docs/tasks.md).
 */
import type { Fault } from '@linli/contracts/problems'
import type { NewTask, Task, TaskSummary } from '@linli/contracts/tasks'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { dayMs } from '../../platform/shanghai'
import { claim, type Idempotency } from '../../platform/idempotency'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { maySomebody, nameFault } from '../../platform/own-words'
import { community, directory } from '../divisions/service'
import { badgeFor, isStaffOf, isSupervisorOf } from '../identity/policy'
import { grantsInside, grantsOf } from '../identity/service'
import { openLine } from '../line/service'
import { needForTask } from '../needs/service'
import { leaderInside, leads, openTeam } from '../teams/service'
import { candidatesFor, listFor, type OwnTasks } from './list'
import { summaryOf } from './present'
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
  const isStaff = isStaffOf(grants, row.community)
  const asLeader = !isStaff && isLed(row) && (await leads(deps, who.accountId, row.teamId))
  const isSeen =
    isStaff || asLeader || mine.length > 0 || candidates.some((one) => !one.obstacles.includes('not_in_team'))
  if (row.teamOnly && !isSeen && !isSupervisorOf(grants, row.community)) throw new Problem('not_found')
  return {
    ...summaryOf(row, divisions, mine),
    about: row.about,
    candidates,
    canManage: isStaff || asLeader,
    asLeader,
    need: isStaff ? await store.needOf(deps.db, id) : null,
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
    await mayAsk(tx, who, asked)
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

/**
 * Staff of the community ask; a leader asks their team where it is at home, for no need. Whose team is asked is open, and
 * at home where the task is.
 * @throws Problem not_found
 */
async function mayAsk(tx: Tx, who: Who, { community: code, teamId, needId }: NewTask): Promise<void> {
  const leader = teamId == null ? undefined : await leaderInside(tx, who.accountId, teamId)
  const team = teamId == null ? undefined : await openTeam(tx, teamId)
  if (teamId != null && (!team || !code.startsWith(team.division))) throw new Problem('not_found')
  const isStaff = isStaffOf(await grantsInside(tx, who.accountId), code)
  if (!isStaff && (leader === undefined || needId !== null)) throw new Problem('not_found')
}

/** @throws Problem invalid_request that names every fault */
function refuseFaults(asked: NewTask, atHome: boolean, now: Date): void {
  const span = { ...asked, startsAt: new Date(asked.startsAt), endsAt: new Date(asked.endsAt) }
  const faults = [
    ...(asked.teamOnly === true && asked.teamId == null
      ? [{ path: 'body.teamOnly', code: 'team_missing', message: '请先选一支队伍' }]
      : []),
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
    teamId: asked.teamId ?? null,
    teamOnly: asked.teamOnly === true,
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

export interface Organiser {
  badge: string
  /** Not of the office: whoever leads the team that is asked. */
  asLeader: boolean
}

/** Of what is for a need, and of a home, nobody but staff is organiser. */
const isLed = (row: TaskRow): row is TaskRow & { teamId: string } =>
  row.teamId !== null && row.needId === null

/** Whoever organises a task now, a leader held until the transaction ends. @throws Problem not_found, not_allowed (a supervisor) */
export async function organiserOf(tx: Tx, who: Pick<Who, 'accountId'>, row: TaskRow): Promise<Organiser> {
  const leader = isLed(row) ? await leaderInside(tx, who.accountId, row.teamId) : undefined
  const grants = await grantsInside(tx, who.accountId)
  if (isStaffOf(grants, row.community)) return { badge: badgeFor(grants, row.community), asLeader: false }
  if (leader !== undefined) return { badge: leader, asLeader: true }
  throw new Problem(isSupervisorOf(grants, row.community) ? 'not_allowed' : 'not_found')
}
