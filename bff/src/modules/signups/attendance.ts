/**
 * The promise: who came and went is said once, whoever says it, with or without a network: by the organiser's code, which is
 * good for a minute at most; by the volunteer's own, which the organiser's device reads; or by the organiser's list.
 */
import type { CodeKey } from '@linli/contracts/signups'
import type { SignupDetail } from '@linli/contracts/signup-case'
import type { Fault } from '@linli/contracts/problems'
import type { Deps } from '../../deps'
import { doorCodeTries } from '../../http/limits'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { isCodeAt, isCodeNow, personKey, taskKey } from '../../platform/door-codes'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { capacityInside, getCase, lockCase, seenInside } from '../cases/service'
import { mustBeOpen, taskInside } from './roll'
import { attendanceFrom, attendanceUntil, isAttendanceTime, type Span } from './rules'
import { insertAttendances, timesOf } from './attendance-store'
import type { SignupFacts } from './store'

const keyFor = (key: string, span: Span, now: Date): CodeKey => {
  if (now < attendanceFrom(span) || now > attendanceUntil(span)) throw new Problem('code_not_open')
  const [from, until] = [attendanceFrom(span).toISOString(), attendanceUntil(span).toISOString()]
  return { key, from, until, now: now.toISOString() }
}

/** @throws Problem not_found, not_allowed (a supervisor), code_not_open */
export const giveTaskCodeKey = (deps: Deps, who: Who, id: string): Promise<CodeKey> =>
  deps.db.transaction(async (tx) => {
    const { task } = await taskInside(tx, who, id)
    return keyFor(taskKey(deps.config.tokenKey, id), task, deps.clock.now())
  })

interface Own extends Span {
  taskId: string
}

/** Their own signup, while they stand by it. @throws Problem not_found, code_not_open */
async function ownSignup(deps: Deps, tx: Tx, who: Who, id: string): Promise<Own> {
  const seen = await seenInside(deps, tx, await lockCase(tx, id))
  const capacity = seen && (await capacityInside(tx, seen, who.accountId))
  if (!seen || capacity?.reader !== 'party' || seen.row.type !== 'signup') throw new Problem('not_found')
  if (!['confirmed', 'review'].includes(seen.row.state)) throw new Problem('code_not_open')
  const { taskId, startsAt, endsAt } = seen.facts as SignupFacts
  return { taskId, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }
}

/** @throws Problem not_found, code_not_open */
export const giveSignupCodeKey = (deps: Deps, who: Who, id: string): Promise<CodeKey> =>
  deps.db.transaction(async (tx) => {
    const own = await ownSignup(deps, tx, who, id)
    return keyFor(personKey(taskKey(deps.config.tokenKey, own.taskId), id), own, deps.clock.now())
  })

/** @throws Problem not_found, code_not_open, code_wrong, too_many_requests, idempotency_key_reused */
export async function enterCode(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: { id: string; code: string; way: 'in' | 'out' },
): Promise<SignupDetail> {
  await deps.rates.within([[doorCodeTries, who.accountId]])
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, asked.id, at)) return
    const own = await ownSignup(deps, tx, who, asked.id)
    if (!isAttendanceTime(at, own, at)) throw new Problem('code_not_open')
    if (!isCodeNow(taskKey(deps.config.tokenKey, own.taskId), asked.code, at)) throw new Problem('code_wrong')
    const marks = [{ caseId: asked.id, way: asked.way, at }]
    await insertAttendances(tx, { taskId: own.taskId, marks, source: 'code', by: who.accountId, at })
  })
  const found = await getCase(deps, who, asked.id)
  if (found.type !== 'signup') throw new Problem('not_found')
  return found
}

export interface Mark {
  caseId: string
  way: 'in' | 'out'
  at: string
  code?: string | undefined
}

/**
 * What the organiser's devices wrote down, from any number of them: what is known already stays as it was said first.
 * @throws Problem not_found, not_allowed, invalid_request (every mark at an impossible time, or with a wrong code),
 *   roll_closed, idempotency_key_reused
 */
export const markAttendance = (
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: { taskId: string; marks: readonly Mark[] },
): Promise<{ known: number; added: number }> =>
  deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const isRepeated = await claim(tx, idempotency, asked.taskId, at)
    const { task } = await taskInside(tx, who, asked.taskId)
    if (isRepeated) return countsOf(tx, task.id, asked.marks)
    await mustBeOpen(tx, task, at)
    const key = taskKey(deps.config.tokenKey, task.id)
    const known = await timesOf(tx, task.id, asked.marks)
    const faults = asked.marks.flatMap((mark, n) => [
      ...faultsOf(mark, n, { task, key, now: at }),
      ...orderFault(mark, n, [...known, ...asked.marks]),
    ])
    if (faults.length > 0) throw new Problem('invalid_request', undefined, faults)
    for (const source of ['scan', 'list'] as const) {
      const marks = asked.marks
        .filter(({ code }) => (code === undefined) === (source === 'list'))
        .map((mark) => ({ caseId: mark.caseId, way: mark.way, at: new Date(mark.at) }))
      if (marks.length > 0)
        await insertAttendances(tx, { taskId: task.id, marks, source, by: who.accountId, at })
    }
    return countsOf(tx, task.id, asked.marks)
  })

/** How many are known, and how many of them as they were said here. */
async function countsOf(
  tx: Tx,
  taskId: string,
  marks: readonly Mark[],
): Promise<{ known: number; added: number }> {
  const times = await timesOf(tx, taskId, marks)
  const isOf = (mark: Mark) => (t: (typeof times)[number]) => t.caseId === mark.caseId && t.way === mark.way
  return {
    known: times.filter((t) => marks.some((mark) => isOf(mark)(t))).length,
    added: marks.filter((mark) => times.find(isOf(mark))?.at.getTime() === Date.parse(mark.at)).length,
  }
}

interface Time {
  caseId: string
  way: 'in' | 'out'
  at: Date | string
}

/** Nobody goes before they came; of each way what was said first counts, so the first that is found. */
function orderFault({ caseId, way, at }: Mark, n: number, all: readonly Time[]): Fault[] {
  const first = (which: 'in' | 'out') => all.find((one) => one.caseId === caseId && one.way === which)?.at
  const [came, left] = [first('in'), first('out')]
  const said = new Date(at).getTime()
  const wrong =
    way === 'out'
      ? came !== undefined && said < new Date(came).getTime()
      : left !== undefined && said > new Date(left).getTime()
  const message = '走的时间要晚于到的时间'
  return wrong ? [{ path: `body.marks.${n}.at`, code: 'end_before_start', message }] : []
}

function faultsOf(
  mark: Mark,
  n: number,
  { task, key, now }: { task: Span; key: string; now: Date },
): Fault[] {
  const at = new Date(mark.at)
  const path = `body.marks.${n}`
  if (!isAttendanceTime(at, task, now))
    return [{ path: `${path}.at`, code: 'time_impossible', message: '这个时间不在任务前后两小时以内' }]
  if (mark.code !== undefined && !isCodeAt(personKey(key, mark.caseId), mark.code, at))
    return [{ path: `${path}.code`, code: 'code_wrong', message: '码对不上，请在名单上记' }]
  return []
}
