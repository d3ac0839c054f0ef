/** The promise: what is published is fixed: its questions, its days and whom it reaches do not change any more. */
import type { Fault } from '@linli/contracts/problems'
import type { Survey } from '@linli/contracts/surveys'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { maySomebody, nameFault } from '../../platform/own-words'
import { Problem } from '../../platform/problem'
import { type GrantFact, grantsOf } from '../identity/service'
import { dayOf } from '../../platform/shanghai'
import { mayEnd, mayPlan } from './policy'
import { mayStillEnd, type Plan, publishFaults, wordsOf } from './rules'
import { getSurvey, placeOf, readAs } from './service'
import * as store from './store'

/** Residents read it for weeks: what may name somebody is written again. */
const faultsOf = (plan: Plan, at: Date): Fault[] => [
  ...publishFaults(plan, at),
  ...wordsOf(plan).flatMap(([path, words]) => (maySomebody(words) ? [nameFault(path)] : [])),
]

function refuse(faults: Fault[]): void {
  if (faults.length > 0) throw new Problem('survey_plan_wrong', undefined, faults)
}

/** A division outside somebody's own does not exist for them as one to plan for. @throws Problem not_found */
async function mustPlan(deps: Deps, grants: readonly GrantFact[], division: string): Promise<void> {
  await placeOf(deps, division)
  if (!mayPlan(grants, division)) throw new Problem('not_found')
}

/** @throws Problem not_found, survey_plan_wrong */
export async function createSurvey(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  plan: Plan,
): Promise<Survey> {
  await mustPlan(deps, await grantsOf(deps, who.accountId), plan.division)
  refuse(faultsOf(plan, deps.clock.now()))
  const id = await deps.db.transaction(async (tx) => {
    const [made, at] = [deps.ids.id(), deps.clock.now()]
    const prior = await claim(tx, idempotency, made, at)
    if (prior) return prior
    await store.insertSurvey(tx, { ...plan, id: made, createdBy: who.accountId, at })
    return made
  })
  return getSurvey(deps, who, id)
}

/** What they are granted, provided they could have planned it. @throws Problem not_found, not_allowed */
async function plannerOf(deps: Deps, who: Who, id: string): Promise<GrantFact[]> {
  const { row, grants } = await readAs(deps, who, id)
  if (!mayPlan(grants, row.division)) throw new Problem('not_allowed')
  return grants
}

interface Move {
  id: string
  idempotency: Idempotency
  from: store.SurveyRow['state']
}

/** @throws Problem not_found, not_allowed, action_not_open (another state) */
async function moveSurvey(
  deps: Deps,
  who: Who,
  { id, idempotency, from }: Move,
  work: (tx: Tx, row: store.SurveyRow, at: Date) => Promise<void>,
): Promise<Survey> {
  await plannerOf(deps, who, id)
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    const row = await store.lockSurvey(tx, id, 'UPDATE')
    if (row?.state !== from) throw new Problem('action_not_open')
    await work(tx, row, at)
  })
  return getSurvey(deps, who, id)
}

/** @throws Problem survey_plan_wrong, and what `step` throws */
export async function changeSurvey(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, plan }: { id: string; plan: Plan },
): Promise<Survey> {
  await mustPlan(deps, await plannerOf(deps, who, id), plan.division)
  return moveSurvey(deps, who, { id, idempotency, from: 'draft' }, async (tx, _, at) => {
    refuse(faultsOf(plan, at))
    await store.updatePlan(tx, id, plan)
  })
}

/** @throws Problem survey_plan_wrong (a last day that has passed, too), and what `step` throws */
export const publishSurvey = (deps: Deps, who: Who, idempotency: Idempotency, id: string): Promise<Survey> =>
  moveSurvey(deps, who, { id, idempotency, from: 'draft' }, async (tx, row, at) => {
    refuse(faultsOf(row, at))
    await store.markPublished(tx, id, at, dayOf(at))
  })

/**
 * Ends it with today: nothing is counted before tomorrow, so nobody picks the answer after which it stops.
 * @throws Problem survey_ends_above for who runs it, and what `step` throws
 */
export async function closeSurvey(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<Survey> {
  const { row, grants } = await readAs(deps, who, id)
  if (mayPlan(grants, row.division) && !mayEnd(grants, row, who.accountId))
    throw new Problem('survey_ends_above')
  return moveSurvey(deps, who, { id, idempotency, from: 'published' }, async (tx, locked, at) => {
    if (!mayStillEnd(locked, at)) throw new Problem('action_not_open')
    await store.markEnded(tx, id, dayOf(at), who.accountId)
  })
}

/** @throws Problem not_found, not_allowed, action_not_open (it is published) */
export async function deleteSurvey(deps: Deps, who: Who, id: string): Promise<Record<string, never>> {
  await plannerOf(deps, who, id)
  if (!(await deps.db.transaction((tx) => store.deleteDraft(tx, id)))) throw new Problem('action_not_open')
  return {}
}
