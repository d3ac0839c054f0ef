/**
 * The promise: hours are what coming and going give, or what the organiser says; they are confirmed by a time that is said,
 * the volunteer may object, and nothing that was said is changed: what counts is what was said last.
 */
import type { SignupDetail } from '@linli/contracts/signup-case'
import type { RollEntry } from '@linli/contracts/signups'
import { signupState } from '@linli/contracts/signup-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { addWorkingDays } from '../../platform/calendar'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { readOf } from '../../platform/read'
import { advance, authorise, getCase, insertAccess, insertChildAccess } from '../cases/service'
import { settingsInside } from '../divisions/service'
import { contactOf } from '../identity/service'
import { findTask, organiserOf, type TaskRow } from '../tasks/service'
import { namesOf } from '../volunteers/service'
import { proposedOf } from './kind'
import { isAttendanceTime, proposedHalves } from './rules'
import * as store from './store'

export interface Said {
  id: string
  action: 'credit' | 'miss' | 'dispute'
  halves?: number
  note: string | null
}

/** @throws Problem not_found, not_allowed, action_not_open, idempotency_key_reused */
export async function decideHours(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, action, halves, note }: Said,
): Promise<SignupDetail> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    const authorised = await authorise(deps, tx, who, { id, action, note, type: 'signup' }, at)
    const { row, by } = authorised
    const facts = authorised.facts as store.SignupFacts
    if (action !== 'dispute')
      await store.insertHours(tx, {
        caseId: id,
        halves: action === 'miss' ? 0 : (halves ?? 0),
        proposed: proposedOf(facts),
        saidBy: who.accountId,
        badge: by.actorName ?? '',
        at,
      })
    const settings = await settingsInside(tx, row.community)
    const dueAt =
      action === 'dispute'
        ? addWorkingDays(at, settings.hours_confirm_days, settings.office_hours, settings.calendar_days)
        : null
    await advance(deps, tx, [authorised], { note, at, change: { dueAt, escalatedAt: null } })
  })
  const found = await getCase(deps, who, id)
  if (found.type !== 'signup') throw new Problem('not_found')
  return found
}

async function taskInside(tx: Tx, who: Who, id: string): Promise<{ task: TaskRow; badge: string }> {
  const task = await findTask(readOf(tx), id)
  if (!task) throw new Problem('not_found')
  return { task, badge: await organiserOf(tx, who, task) }
}

/**
 * Who comes, by name and number, for whoever organises it; each of them sees that it was read.
 * @throws Problem not_found, not_allowed (a supervisor)
 */
export const readRoll = (deps: Deps, who: Who, id: string): Promise<{ people: RollEntry[]; now: string }> =>
  deps.db.transaction(async (tx) => {
    const { badge } = await taskInside(tx, who, id)
    const rows = await store.rollOf(tx, id)
    await record(deps, tx, rows, who, badge)
    const names = await namesOf(
      deps,
      tx,
      rows.map(({ partyId }) => partyId),
    )
    const people: RollEntry[] = []
    for (const row of rows) people.push(await entryOf(deps, row, names.get(row.partyId) ?? ''))
    return { people, now: deps.clock.now().toISOString() }
  })

async function record(
  deps: Deps,
  tx: Tx,
  rows: readonly store.RollRow[],
  who: Who,
  badge: string,
): Promise<void> {
  const at = deps.clock.now()
  const by = { readerId: who.accountId, readerName: badge, at }
  for (const { childId, subjectId, caseId } of rows)
    if (childId === null)
      await insertAccess(tx, { ...by, id: deps.ids.id(), subjectId, tag: 'contact', caseId })
  const reads = rows.flatMap(({ childId, caseId }) =>
    childId === null ? [] : [{ id: deps.ids.id(), childId, tag: 'child' as const, caseId }],
  )
  if (reads.length > 0) await insertChildAccess(tx, { ...by, reads })
}

async function entryOf(deps: Deps, row: store.RollRow, name: string): Promise<RollEntry> {
  const { caseId, number, cameAt, leftAt, halves } = row
  return {
    caseId,
    number,
    state: signupState.parse(row.state),
    name,
    phone: (await contactOf(deps, row.subjectId)).phone,
    cameAt: cameAt?.toISOString() ?? null,
    leftAt: leftAt?.toISOString() ?? null,
    proposed: proposedHalves(row, cameAt, leftAt),
    halves,
  }
}

/**
 * The organiser's list, from any number of devices: what is known already stays as it was said first.
 * @throws Problem not_found, not_allowed, invalid_request (a time at which nobody can have come), idempotency_key_reused
 */
export const markAttendance = (
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: { taskId: string; marks: readonly { caseId: string; way: 'in' | 'out'; at: string }[] },
): Promise<{ kept: number }> =>
  deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, asked.taskId, at)) return { kept: 0 }
    const { task } = await taskInside(tx, who, asked.taskId)
    const marks = asked.marks.map((mark) => ({ ...mark, at: new Date(mark.at) }))
    const faults = marks.flatMap((mark, n) =>
      isAttendanceTime(mark.at, task, at)
        ? []
        : [
            {
              path: `body.marks.${n}.at`,
              code: 'time_impossible',
              message: '这个时间不在任务前后两小时以内',
            },
          ],
    )
    if (faults.length > 0) throw new Problem('invalid_request', undefined, faults)
    const kept = await store.insertAttendances(tx, {
      taskId: task.id,
      marks,
      source: 'list',
      by: who.accountId,
      at,
    })
    return { kept }
  })
