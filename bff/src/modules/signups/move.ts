/**
 * The promise: a task that is moved takes everybody along who can come then, in one transaction: their times, their place in
 * line, what they are reminded of, and the need that it serves. Whoever cannot is taken off, and all of them hear it at once,
 * once. Staff see beforehand whom it hits.
 */
import type { Task } from '@linli/contracts/tasks'
import type { HitByMove } from '@linli/contracts/task-changes'
import type { Fault } from '@linli/contracts/problems'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { addJob } from '../../platform/jobs'
import { Problem } from '../../platform/problem'
import { readOf } from '../../platform/read'
import { advance, type Authorised, authoriseMany, lockCases } from '../cases/service'
import { contactOf } from '../identity/service'
import { attempt, findLineId, lockLine, moveEntries, settle, settleAfter } from '../line/service'
import { notifyPeople, withdrawAll } from '../notices/service'
import * as tasks from '../tasks/service'
import { namesOf } from '../volunteers/service'
import { standersAt } from './hit'
import { leave } from './leave'
import { taskLine } from './line'
import { remindAll } from './moved'
import { record, taskInside } from './roll'
import type { Span } from './rules'
import { openSignupsOf } from './store'

export interface AskedChange {
  was: { startsAt: string; endsAt: string }
  startsAt: string
  endsAt: string
  place: string | null
  about: string | null
  places: number
}

const spanOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): Span => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
})
const isSame = (one: Span, other: Span): boolean =>
  one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime()

/** @throws Problem not_found, not_allowed (a supervisor, a leader: what moves is told by the office), task_over */
export async function lookAtMove(deps: Deps, who: Who, id: string, to: { startsAt: string; endsAt: string }) {
  const { stand, wait, rows, names } = await deps.db.transaction(async (tx) => {
    const { task, badge, asLeader } = await taskInside(tx, who, id)
    if (asLeader) throw new Problem('not_allowed')
    const at = deps.clock.now()
    if (task.state !== 'open' || task.startsAt <= at) throw new Problem('task_over')
    const all = await standersAt(tx, task, spanOf(to), at)
    const hit = all.filter(({ why }) => why.length > 0)
    await record(deps, tx, hit, who, badge)
    const parties = hit.map(({ partyId }) => partyId)
    return { stand: all.length, wait: task.waiting, rows: hit, names: await namesOf(deps, tx, parties) }
  })
  const hit: HitByMove[] = []
  // Only now: inside, each would wait for a second connection while it holds its own.
  for (const { caseId, number, partyId, contactId, why } of rows) {
    const phone = contactId && (await contactOf(deps, contactId)).phone
    hit.push({ caseId, number, name: names.get(partyId) ?? '', phone, why: [...why] })
  }
  return { stand, wait, hit }
}

/** @throws Problem the codes of the contract `changeTask` */
export async function changeTask(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
  asked: AskedChange,
): Promise<Task> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    const { asLeader } = await taskInside(tx, who, id)
    if (asLeader) throw new Problem('not_allowed')
    const lineId = await findLineId(tx, { kind: 'task', taskId: id })
    if (!lineId) throw new Problem('not_found')
    await lockLine(tx, lineId)
    await tasks.holdTask(tx, id)
    const task = await tasks.findTask(readOf(tx), id)
    if (!task || task.state !== 'open' || task.startsAt <= at) throw new Problem('task_over')
    if (!isSame(spanOf(asked.was), task)) throw new Problem('task_moved')
    refuseFaults(task, asked, at)
    await write(deps, tx, { task, lineId, to: changeOf(task, asked, at), at })
  })
  return tasks.getTask(deps, who, id)
}

const changeOf = (task: tasks.TaskRow, { place, about, places, ...asked }: AskedChange, at: Date) => {
  const span = spanOf(asked)
  const opensToAll = tasks.isNear(span.startsAt, at) && task.opensToAll > at ? at : task.opensToAll
  return { ...span, place: task.atHome ? null : place, about, places, opensToAll }
}

/** @throws Problem invalid_request that names every fault */
function refuseFaults(task: tasks.TaskRow, asked: AskedChange, at: Date): void {
  const { place, about, places } = asked
  const { twoPeople, needId, atHome, taken } = task
  const message = `已经有 ${taken} 人报上，人数不能更少`
  const faults: Fault[] = [
    ...tasks.faultsOfTask({ ...spanOf(asked), place, places, twoPeople, needId, times: 1 }, atHome, at),
    ...tasks.namedFaults({ 'body.about': about, 'body.place': place }),
    ...tasks.homeFaults({ 'body.about': about }, atHome),
    ...(places < taken ? [{ path: 'body.places', code: 'below_taken', message }] : []),
  ]
  if (faults.length > 0) throw new Problem('invalid_request', undefined, faults)
}

interface Writing {
  task: tasks.TaskRow
  lineId: string
  to: tasks.TaskChange
  at: Date
}

async function write(deps: Deps, tx: Tx, writing: Writing): Promise<void> {
  const { task, lineId, to, at } = writing
  const moves = !isSame(task, to)
  await lockCases(
    tx,
    (await openSignupsOf(tx, task.id)).map((row) => row.id),
  )
  await writeOrClash(deps, tx, writing, moves)
  if (moves || task.place !== to.place) await tellAll(deps, tx, writing, moves)
  if (task.needId !== null) await addJob(tx, 'look_at_need', { needId: task.needId }, at)
  await settle(deps, tx, taskLine, lineId, at)
}

/** An offer of another task that comes in between is seen at the second try, and counts. */
const tries = 4

/** @throws Problem task_over (it begins in this moment), busy */
async function writeOrClash(deps: Deps, tx: Tx, writing: Writing, moves: boolean): Promise<void> {
  const { task, to, at } = writing
  for (let n = 0; n < tries; n++) {
    const done = await attempt(tx, async () => {
      if (moves) await takeOff(deps, tx, writing)
      if (!(await tasks.writeChange(tx, task.id, to, at))) throw new Problem('task_over')
      return true
    })
    if (done) return
  }
  throw new Problem('busy')
}

/** Whoever cannot come then; before the task moves, as nobody is at two places at one time even for a moment. */
async function takeOff(deps: Deps, tx: Tx, { task, lineId, to, at }: Writing): Promise<void> {
  const hit = (await standersAt(tx, task, to, at)).filter(({ why }) => why.length > 0)
  const ids = hit.map(({ caseId }) => caseId)
  const all = await authoriseMany(deps, tx, ids, { action: 'moved_off', unasked: true }, at)
  await leave(deps, tx, { taskId: task.id, lineId }, all, null, at)
}

/** Everybody who is left: they stand, have an offer or wait, at the new time. */
async function tellAll(deps: Deps, tx: Tx, writing: Writing, moves: boolean): Promise<void> {
  const { task, at } = writing
  const ids = (await openSignupsOf(tx, task.id)).map((row) => row.id)
  const all = await authoriseMany(deps, tx, ids, { action: 'reschedule', unasked: true }, at)
  if (moves) await carryAlong(deps, tx, writing, all)
  else await advance(deps, tx, all, { at })
  await notifyPeople(tx, ids, 'task_moved', at)
}

/** Their cases, their places in line, and what they are reminded of. */
async function carryAlong(
  deps: Deps,
  tx: Tx,
  { lineId, to: { startsAt, endsAt }, at }: Writing,
  all: readonly Authorised[],
): Promise<void> {
  // Who waits does so until it begins, and no offer is kept longer.
  const lapses = ({ row }: Authorised): boolean =>
    row.state === 'waiting' || (row.lapsesAt !== null && row.lapsesAt > startsAt)
  const change = { startsAt, endsAt }
  await advance(deps, tx, all.filter(lapses), { at, change: { ...change, lapsesAt: startsAt } })
  const others = all.filter((one) => !lapses(one))
  await advance(deps, tx, others, { at, change })
  await moveEntries(tx, lineId, startsAt)
  await settleAfter(tx, lineId, startsAt)
  const standing = all.filter(({ row }) => row.state === 'confirmed').map(({ row }) => row.id)
  await withdrawAll(tx, standing, 'task_soon', at)
  await remindAll(tx, standing, startsAt, at, at)
}
