/**
 * The promise: whoever reads tasks finds what fits them first and is told why, and why not; a task is asked for by staff,
 * names nobody, and shows nobody's home (docs/tasks.md).
 */
import type { Task } from '@linli/contracts/tasks'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { community, directory } from '../divisions/service'
import { badgeFor, isStaffOf, isSupervisorOf } from '../identity/policy'
import { grantsInside, grantsOf } from '../identity/service'
import { leaderInside, leads } from '../teams/service'
import { candidatesFor, listFor, type OwnTasks } from './list'
import { summaryOf } from './present'
import { proposalOf } from './proposals-store'
import type { TaskRow } from './row'
import * as store from './store'

export { createTask, homeFaults, namedFaults } from './create'
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
  const [divisions, grants, { candidates, mine }, proposal] = await Promise.all([
    directory(deps),
    grantsOf(deps, who.accountId),
    candidatesFor(deps, who.accountId, row),
    proposalOf(deps.db, id, who.accountId, deps.clock.now()),
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
    proposal: proposal?.open ? 'open' : proposal?.declined ? 'declined' : null,
    canManage: isStaff || asLeader,
    asLeader,
    need: isStaff ? await store.needOf(deps.db, id) : null,
    communityPhone: divisions.find(row.community)?.phone ?? null,
  }
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
