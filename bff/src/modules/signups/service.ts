/**
 * The promise: whoever taps has an answer that holds: a place, or a place in line; nobody has two tasks at one time, no
 * task has more people than it asked for, and a place that is given back goes to the next in the same transaction.
 */
import type { SignupDetail } from '@linli/contracts/signup-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { addJob } from '../../platform/jobs'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { readOf } from '../../platform/read'
import { authorise, caseWords, getCase, openCase } from '../cases/service'
import { findLineId, join, lockLine, settle, settleNow } from '../line/service'
import { findTask, takePlace, type TaskRow } from '../tasks/service'
import { holdLeading } from '../teams/service'
import { mustFit } from './fit'
import { signupKind } from './kind'
import { leave } from './leave'
import { withdrawals } from './limits-store'
import { taskLine } from './line'
import { remind } from './moved'
import * as store from './store'

export { leaveTasksAsChild, oneTaskAtATime } from './ending'

async function read(deps: Deps, who: Who, id: string): Promise<SignupDetail> {
  const found = await getCase(deps, who, id)
  if (found.type !== 'signup') throw new Problem('not_found')
  return found
}

/** Whoever has left a task so often speaks with the desk before they come back: no score, no mark, of this task alone. */
const mostWithdrawals = 3

/** @throws Problem the codes of the contract `signUpForTask` */
export async function signUpForTask(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: { taskId: string; childId: string | null },
): Promise<SignupDetail> {
  const fresh = deps.ids.id()
  const id = await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return known
    const task = await findTask(readOf(tx), asked.taskId)
    if (!task) throw new Problem('not_found')
    if (task.state !== 'open') throw new Problem('task_over')
    if (asked.childId !== null) await store.holdChild(tx, asked.childId)
    const { partyId } = await mustFit(
      deps,
      tx,
      task,
      { accountId: who.accountId, childId: asked.childId },
      at,
    )
    if ((await withdrawals(tx, task.id, partyId)) >= mostWithdrawals) throw new Problem('task_left_often')
    await enter(deps, tx, { id: fresh, who, task, partyId, childId: asked.childId, at })
    return fresh
  })
  await settleIfMissed(deps, asked.taskId, id)
  return read(deps, who, id)
}

interface Entering {
  id: string
  who: Who
  task: TaskRow
  partyId: string
  childId: string | null
  at: Date
}

async function enter(deps: Deps, tx: Tx, { id, who, task, partyId, childId, at }: Entering): Promise<void> {
  const { startsAt, endsAt } = task
  const state = (await takePlace(tx, task, at)) ? 'confirmed' : 'waiting'
  await openCase(deps, tx, signupKind, {
    id,
    community: task.community,
    subjectId: who.accountId,
    actorId: who.accountId,
    actorRole: 'self',
    ...(childId !== null && { childId }),
    state,
    title: task.title,
    startsAt,
    endsAt,
    ...(state === 'waiting' && { lapsesAt: startsAt }),
    at,
  })
  const clash = await store.insertSignup(tx, {
    caseId: id,
    state,
    taskId: task.id,
    partyId,
    startsAt,
    endsAt,
  })
  if (clash) throw new Problem(clash)
  if (state === 'confirmed') await stands(tx, id, task, at)
  else await wait(tx, { id, task, partyId, at })
}

/** What follows from the first state, as `moved` does it for the others. */
async function stands(tx: Tx, id: string, { needId, startsAt }: TaskRow, at: Date): Promise<void> {
  await remind(tx, { id, startsAt }, at)
  if (needId !== null) await addJob(tx, 'look_at_need', { needId }, at)
}

async function wait(
  tx: Tx,
  { id, task, partyId, at }: Pick<Entering, 'id' | 'task' | 'partyId' | 'at'>,
): Promise<void> {
  const lineId = await findLineId(tx, { kind: 'task', taskId: task.id })
  // Of what has begun or was called off in this moment nobody waits; what is not seen yet, the clock ends (`jobs.ts`).
  const seen = await findTask(readOf(tx), task.id)
  if (!lineId || seen?.state !== 'open' || task.startsAt <= at) throw new Problem('task_over')
  const entry = {
    caseId: id,
    partyId,
    groupId: id,
    groupRule: 'one' as const,
    score: 0,
    until: task.startsAt,
  }
  await join(tx, lineId, [entry], at)
}

/** The place may have been given up, or the task called off, while this was written: both look again once it is. */
async function settleIfMissed(deps: Deps, taskId: string, caseId: string): Promise<void> {
  if (!(await store.isPlaceMissed(deps.db, taskId))) return
  const place = await store.placeOf(deps.db, caseId)
  if (place) await settleNow(deps, taskLine, place.lineId)
}

export interface Leaving {
  id: string
  action: 'withdraw' | 'cancel'
  note: string | null
}

/** @throws Problem the codes of the contracts `withdrawSignup`, `cancelSignup` */
export async function leaveTask(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, action, note }: Leaving,
): Promise<SignupDetail> {
  const place = await store.placeOf(deps.db, id)
  if (!place) throw new Problem('not_found')
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    await holdLeading(tx, who.accountId)
    await lockLine(tx, place.lineId)
    const authorised = await authorise(deps, tx, who, { id, action, note, type: 'signup' }, at)
    if (authorised.by.side === 'staff')
      await caseWords(deps, tx, { caseId: id, words: note, path: 'body.note' })
    await leave(deps, tx, place, [authorised], note, at)
    await settle(deps, tx, taskLine, place.lineId, at)
  })
  await settleIfMissed(deps, place.taskId, id)
  return read(deps, who, id)
}
