/**
 * The promise: staff write a plan as a draft, and what is published is fixed: its rules, its days and, with a draw, the
 * commitment to a seed that nobody has seen.
 */
import { randomBytes } from 'node:crypto'
import { idParams } from '@linli/contracts/common'
import { createProgramme as contract, type Programme } from '@linli/contracts/programmes'
import type { Fault } from '@linli/contracts/problems'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { sha256 } from '../../../platform/crypto'
import type { Tx } from '../../../platform/db'
import { sqlState } from '../../../platform/db-errors'
import { claim, type Idempotency } from '../../../platform/idempotency'
import { Problem } from '../../../platform/problem'
import { readable } from '../../../platform/readable'
import { community, directory, settingsInside } from '../../divisions/service'
import { isStaffOf } from '../../identity/policy'
import { grantsOf } from '../../identity/service'
import { openLine } from '../../line/service'
import { planOf } from '../present'
import { movedTo, type Plan, publishFaults, refillEnd, sessionsOf } from './rules'
import { readableFaults } from './readable-faults'
import { getProgramme, readAs } from '../service'
import { moveProgramme } from './life-cycle'
import * as store from '../store'

/** Read on the connection that the caller already has. */
const classCap = async (tx: Tx, code: string): Promise<number> =>
  (await settingsInside(tx, code)).care_class_cap

function refuse(faults: Fault[]): void {
  if (faults.length > 0) throw new Problem('programme_plan_wrong', undefined, faults)
}

/** What the days of a plan come to. @throws Problem invalid_request when they hold no session */
function timesOf(plan: Plan): store.PlanTimes {
  const sessions = sessionsOf(plan)
  const [first, last] = [sessions[0], sessions.at(-1)]
  if (!first || !last)
    throw new Problem('invalid_request', undefined, [
      { path: 'body.startsOn', code: 'no_session', message: '从这一天起没有一次托管，请换一天' },
    ])
  return { firstStartsAt: first.startsAt, lastEndsAt: last.endsAt, refillEnd: refillEnd(plan) }
}

/** @throws Problem not_found, not_allowed, programme_plan_wrong */
export async function createProgramme(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  code: string,
  plan: Plan,
): Promise<Programme> {
  await community(deps, code)
  if (!isStaffOf(await grantsOf(deps, who.accountId), code)) throw new Problem('not_allowed')
  refuse(publishFaults(plan, (await directory(deps)).settings(code).care_class_cap, deps.clock.now()))
  return insert(deps, who, idempotency, code, plan)
}

/** A draft that has faults on its new days is kept: they are named when it is changed or published. */
export async function copyProgramme(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
  startsOn: string,
): Promise<Programme> {
  const { row, reader } = await readAs(deps, who, id)
  if (reader !== 'staff') throw new Problem('not_allowed')
  return insert(deps, who, idempotency, row.community, movedTo(planOf(row), startsOn))
}

async function insert(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  code: string,
  plan: Plan,
): Promise<Programme> {
  const times = timesOf(plan)
  const id = await deps.db.transaction(async (tx) => {
    const [made, at] = [deps.ids.id(), deps.clock.now()]
    const prior = await claim(tx, idempotency, made, at)
    if (prior) return prior
    await store.insertProgramme(
      tx,
      { ...plan, id: made, community: code, createdBy: who.accountId, at },
      times,
    )
    return made
  })
  return getProgramme(deps, who, id)
}

export const changeProgramme = async (deps: Deps, who: Who, id: string, plan: Plan): Promise<Programme> =>
  moveProgramme(deps, who, { id, idempotency: undefined, from: ['draft'] }, async (tx, { row, at }) => {
    refuse(publishFaults(plan, await classCap(tx, row.community), at))
    await store.updatePlan(tx, id, plan, timesOf(plan))
  })

/** @throws Problem not_found, not_allowed, action_not_open, programme_plan_wrong (an opening that has passed, too), carer_twice */
export const publishProgramme = (
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<Programme> =>
  moveProgramme(deps, who, { id, idempotency, from: ['draft'] }, async (tx, { row, at }) => {
    const plan = planOf(row)
    refuse(publishFaults(plan, await classCap(tx, row.community), at))
    await store.markPublished(tx, id, row.mode === 'draw' ? newSeed(deps, id) : null)
    await store.insertSessions(tx, id, sessionsOf(plan)).catch((error: unknown) => {
      throw sqlState(error) === '23P01' ? new Problem('carer_twice') : error
    })
    await openLine(tx, { kind: 'programme', community: row.community, programmeId: id }, at)
  })

/** 32 bytes that nobody sees before the draw; the commitment is the SHA-256 of their hex text. */
function newSeed({ cipher }: Deps, id: string): store.SeedKept {
  const seed = randomBytes(32).toString('hex')
  return { commitment: sha256(seed).toString('hex'), sealed: cipher.encrypt('programmes.seed_enc', id, seed) }
}

/** Faults between the fields of a plan of which others cannot be read. @param sent a new plan, or one of a draft */
export async function faultsBetween(deps: Deps, sent: { params: unknown; body: unknown }): Promise<Fault[]> {
  const { community: code } = readable(contract.body.shape, sent.body)
  const { id } = readable(idParams.shape, sent.params)
  const place = code ?? (id && (await store.findProgramme(deps.db, id))?.community)
  const { care_class_cap: cap } = (await directory(deps)).settings(place ?? '')
  return readableFaults(sent.body, cap, deps.clock.now())
}
