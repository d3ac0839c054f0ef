/**
 * The promise: only a carer of the community is put on duty, for a class that exists, within the programme's days; and a
 * class that is looked after is led, from the first carer on until the last.
 */
import type { Duty } from '@linli/contracts/care-desk'
import type { Fault } from '@linli/contracts/problems'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { sqlState } from '../../../platform/db-errors'
import { claim, type Idempotency } from '../../../platform/idempotency'
import { Problem } from '../../../platform/problem'
import { dayOf } from '../../../platform/shanghai'
import { directory } from '../../divisions/service'
import { grantsOf } from '../../identity/service'
import {
  busyElsewhere,
  carersOf,
  daysUnled,
  dutiesOf,
  type DutyRow,
  findDuty,
  holdPlan,
  insertDuty,
  isNeeded,
  planOf,
  type ProgrammePlan,
  stopDuty,
} from './duty-store'
import { arranges, isCarerOf } from '../policy'
import { carersNeeded } from '../rules'

export interface DutyWish {
  accountId: string
  classNo: number
  leader: boolean
  startsOn: string
  endsOn: string
  weekdays: number[]
}

/** @throws Problem not_found for whom neither staff nor supervision of the community makes it exist */
export async function listDuties(deps: Deps, who: Who, programmeId: string) {
  const { plan } = await planFor(deps, who, programmeId)
  const [duties, carers, divisions] = await Promise.all([
    dutiesOf(deps.db, programmeId),
    carersOf(deps.db, plan.community),
    directory(deps),
  ])
  const { care_children_per_carer } = divisions.settings(plan.community)
  return { duties: duties.map(present), carers, carersNeeded: carersNeeded(plan, care_children_per_carer) }
}

async function planFor(
  deps: Deps,
  who: Who,
  programmeId: string,
): Promise<{ plan: ProgrammePlan; as: 'staff' | 'supervisor' }> {
  const [plan, grants] = await Promise.all([planOf(deps.db, programmeId), grantsOf(deps, who.accountId)])
  const as = plan && arranges(grants, plan.community)
  if (!as) throw new Problem('not_found')
  return { plan, as }
}

const present = ({ id, accountId, name, classNo, leader, startsOn, endsOn, weekdays }: DutyRow): Duty => ({
  id,
  accountId,
  name,
  classNo,
  leader,
  startsOn,
  endsOn,
  weekdays,
})

/** @throws Problem not_found, not_allowed, duty_impossible (with every fault), idempotency_key_reused */
export async function addDuty(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  programmeId: string,
  wish: DutyWish,
): Promise<Duty> {
  const { plan, as } = await planFor(deps, who, programmeId)
  if (as !== 'staff') throw new Problem('not_allowed')
  const faults = await faultsOf(deps, plan, wish)
  if (faults.length > 0) throw new Problem('duty_impossible', undefined, faults)
  const [fresh, at] = [deps.ids.id(), deps.clock.now()]
  const weekdays = [...new Set(wish.weekdays)].sort()
  const id = await onePlace(() =>
    deps.db.transaction(async (tx) => {
      const first = await claim(tx, idempotency, fresh, at)
      if (first) return first
      await holdPlan(tx, programmeId)
      if (!wish.leader && (await daysUnled(tx, { ...wish, programmeId }, { at })).length > 0)
        throw new Problem('duty_impossible', undefined, [fault('leader', '这个班还没有负责人，请先排负责人')])
      await insertDuty(tx, { ...wish, weekdays, id: fresh, programmeId, createdBy: who.accountId, at })
      return fresh
    }),
  )
  const row = await findDuty(deps.db, id)
  if (!row) throw new Problem('not_found')
  return present(row)
}

/** @throws Problem carer_twice where `care_duty_hours_one_place` was faster than the question before */
async function onePlace<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw sqlState(error) === '23P01' ? new Problem('carer_twice') : error
  }
}

const fault = (path: string, message: string): Fault => ({
  path: `body.${path}`,
  code: 'duty_impossible',
  message,
})

async function faultsOf(deps: Deps, plan: ProgrammePlan, wish: DutyWish): Promise<Fault[]> {
  const isCarer = isCarerOf(await grantsOf(deps, wish.accountId), plan.community)
  const elsewhere = await busyElsewhere(deps.db, { ...wish, programmeId: plan.id })
  return [
    ...elsewhere.map(({ name }) => fault('accountId', `这个人同一时间在“${name}”当班`)),
    ...(isCarer ? [] : [fault('accountId', '这个人不是本社区的托管老师')]),
    ...(wish.classNo <= plan.classes ? [] : [fault('classNo', '没有这个班')]),
    ...(wish.startsOn >= plan.startsOn ? [] : [fault('startsOn', '早于托管班开始的日子')]),
    ...(wish.endsOn <= plan.endsOn ? [] : [fault('endsOn', '晚于托管班结束的日子')]),
  ]
}

/** @throws Problem not_found, not_allowed for whom staff of the community would have to ask */
async function dutyFor(deps: Deps, who: Who, id: string): Promise<DutyRow> {
  const [row, grants] = await Promise.all([findDuty(deps.db, id), grantsOf(deps, who.accountId)])
  const as = row && arranges(grants, row.community)
  if (!as) throw new Problem('not_found')
  if (as !== 'staff') throw new Problem('not_allowed')
  return row
}

/** @throws Problem not_found, not_allowed, leader_needed (a class would have nobody who leads it on some day to come) */
export async function endDuty(deps: Deps, who: Who, id: string): Promise<void> {
  const row = await dutyFor(deps, who, id)
  const at = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    await holdPlan(tx, row.programmeId)
    const led = row.leader && (await isNeeded(tx, id))
    if (led && (await daysUnled(tx, row, { at, without: id })).length > 0) throw new Problem('leader_needed')
    await stopDuty(tx, id, at)
  })
}

/**
 * Somebody else leads from now on; there is no moment in which nobody does.
 * @throws Problem not_found, not_allowed, action_not_open (it is over, or does not lead), duty_impossible, carer_twice
 */
export async function changeLeader(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
  { accountId, stays }: { accountId: string; stays: boolean },
): Promise<Duty> {
  const row = await dutyFor(deps, who, id)
  const { plan } = await planFor(deps, who, row.programmeId)
  const [fresh, at] = [deps.ids.id(), deps.clock.now()]
  const today = dayOf(at)
  const { programmeId, classNo, endsOn, weekdays } = row
  const startsOn = row.startsOn > today ? row.startsOn : today
  const next = { programmeId, classNo, startsOn, endsOn, weekdays, createdBy: who.accountId, at }
  const faults = await faultsOf(deps, plan, { ...next, accountId, leader: true })
  if (accountId === row.accountId) faults.push(fault('accountId', '这位老师已经是负责人'))
  const done = await onePlace(() =>
    deps.db.transaction(async (tx) => {
      const first = await claim(tx, idempotency, fresh, at)
      if (first) return first
      await holdPlan(tx, programmeId)
      if (!row.leader || endsOn < today || !(await stopDuty(tx, id, at))) throw new Problem('action_not_open')
      if (faults.length > 0) throw new Problem('duty_impossible', undefined, faults)
      await insertDuty(tx, { ...next, id: fresh, accountId, leader: true })
      if (stays) await insertDuty(tx, { ...next, id: deps.ids.id(), accountId: row.accountId, leader: false })
      return fresh
    }),
  )
  const made = await findDuty(deps.db, done)
  if (!made) throw new Problem('not_found')
  return present(made)
}
