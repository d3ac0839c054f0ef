/**
 * The promise: staff can ask a volunteer for a task, once and never often, and nobody is pressed: whoever does not want to be
 * asked is not, what is asked reserves nothing, and who says no, or nothing, is told to nobody.
 */
import { type Proposable, proposableMost } from '@linli/contracts/task-proposals'
import type { Task } from '@linli/contracts/tasks'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { readOf } from '../../platform/read'
import { dayMs, dayOf } from '../../platform/shanghai'
import { insertAccess } from '../cases/service'
import { settingsInside } from '../divisions/service'
import { notify } from '../notices/service'
import { membersAmong } from '../teams/service'
import { fitInside, namesOf } from '../volunteers/service'
import { loadAround, loadsSince } from './load'
import * as store from './proposals-store'
import type { TaskRow } from './row'
import { obstaclesOf, partsOf, reasonsOf } from './rules'
import { getTask, organiserOf } from './service'
import { findTask, loadsOf } from './store'

/** So many are looked at to show the twenty whom nothing keeps from it. */
const looked = 60

/** @throws Problem not_found, not_allowed (a supervisor), task_over, task_enough */
async function openTask(tx: Tx, who: Who, id: string, at: Date): Promise<{ task: TaskRow; badge: string }> {
  const task = await findTask(readOf(tx), id)
  if (!task) throw new Problem('not_found')
  const { badge, asLeader } = await organiserOf(tx, who, task)
  // A leader asks their team by asking for the task.
  if (asLeader) throw new Problem('not_allowed')
  if (task.state !== 'open' || task.startsAt <= at) throw new Problem('task_over')
  if (task.taken >= task.places) throw new Problem('task_enough')
  return { task, badge }
}

type Fitting = store.FitRow & Pick<Proposable, 'why'>

/** By the rules of matching. @param only one registration, or null for everybody */
async function fittingFor(tx: Tx, task: TaskRow, only: string | null, at: Date): Promise<Fitting[]> {
  const since = loadsSince(at)
  const lastDay = dayOf(new Date(task.endsAt.getTime() - 1))
  const parts = partsOf(task.startsAt, task.endsAt)
  const rows = await store.fitting(tx, { task, parts, lastDay, since, only, limit: looked })
  const loads = await loadsOf(
    readOf(tx),
    rows.map(({ accountId }) => accountId),
    since,
  )
  const among = await membersAmong(
    readOf(tx),
    rows.map(({ accountId }) => accountId),
  )
  return rows.flatMap((row) => {
    const own = loads.filter(({ partyId }) => partyId === row.accountId)
    const papers = task.paper === null ? [] : [{ kind: task.paper, validUntil: lastDay }]
    const volunteer = { ...row, partyId: row.accountId, childId: null, name: '', isMinor: false, papers }
    const load = { ...loadAround(own, task), inTeam: among.has(task.teamId, row.accountId) }
    if (obstaclesOf(task, volunteer, load, at).length > 0) return []
    return [{ ...row, why: reasonsOf(task, volunteer, load, at) }]
  })
}

/** Those who have not been asked too often. */
async function notPressed(tx: Tx, task: TaskRow, people: readonly Fitting[], now: Date): Promise<Fitting[]> {
  const { proposals_open_most: open, proposals_week_most: week } = await settingsInside(tx, task.community)
  const parties = people.map(({ accountId }) => accountId)
  const since = new Date(now.getTime() - 7 * dayMs)
  const asked = await store.askedOften(tx, { parties, community: task.community, since, now })
  return people.filter(({ accountId }) => {
    const so = asked.find(({ partyId }) => partyId === accountId)
    return so === undefined || (so.open < open && so.week < week)
  })
}

/** @throws Problem not_found, not_allowed, task_over, task_enough */
export const listProposable = (
  deps: Deps,
  who: Who,
  id: string,
): Promise<{ asked: number; people: Proposable[] }> =>
  deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const { task, badge } = await openTask(tx, who, id, at)
    const all = await notPressed(tx, task, await fittingFor(tx, task, null, at), at)
    const shown = all.slice(0, proposableMost)
    const by = { readerId: who.accountId, readerName: badge, tag: 'contact', at } as const
    for (const { accountId, caseId } of shown)
      await insertAccess(tx, { ...by, id: deps.ids.id(), subjectId: accountId, caseId })
    const names = await namesOf(
      deps,
      tx,
      shown.map(({ accountId }) => accountId),
    )
    return {
      asked: await store.askedFor(tx, id),
      people: shown.map(({ caseId, accountId, why }) => ({
        volunteer: caseId,
        name: names.get(accountId) ?? '',
        why,
      })),
    }
  })

/** @throws Problem the codes of the contract `proposeTask` */
export const proposeTask = (
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, volunteer }: { id: string; volunteer: string },
): Promise<{ asked: number }> =>
  deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return { asked: await store.askedFor(tx, id) }
    const { task } = await openTask(tx, who, id, at)
    const [found] = await fittingFor(tx, task, volunteer, at)
    if (!found) throw new Problem('proposal_closed')
    const { accountId } = found
    await store.holdAsked(tx, accountId)
    // Held from here on: whoever leaves, or wants to be asked no more, comes before or after it.
    await fitInside(deps, tx, { accountId, childId: null }, at)
    const still = await fittingFor(tx, task, volunteer, at)
    if (still.length === 0) throw new Problem('proposal_closed')
    if ((await notPressed(tx, task, still, at)).length === 0) throw new Problem('proposal_enough')
    await store.insertProposal(tx, { taskId: id, partyId: accountId, by: who.accountId, at })
    const eventKey = `task/${id}/proposed/${accountId}`
    const notice = { id: deps.ids.id(), eventKey, accountId, caseId: null, kind: 'task_proposed' } as const
    await notify(tx, { ...notice, at, deliverAt: at })
    return { asked: await store.askedFor(tx, id) }
  })

/** @throws Problem not_found (nobody asked them), idempotency_key_reused */
export async function declineProposal(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<Task> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    if (!(await store.decline(tx, id, who.accountId, at))) throw new Problem('not_found')
  })
  return getTask(deps, who, id)
}
