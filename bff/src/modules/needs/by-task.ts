/**
 * The promise: a need that became a task is arranged as soon as its volunteers stand, and is open again as soon as one does
 * not; what staff or its person do with it counts before what a task says (docs/tasks.md).
 */
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { addWorkingDays } from '../../platform/calendar'
import { advance, authoriseMany, capacityInside, lockCase, seenInside } from '../cases/service'
import { settingsInside } from '../divisions/service'
import * as promises from './promise-store'
import * as store from './store'

export interface NeedForTask {
  id: string
  community: string
  /** Who is helped. */
  subjectId: string
  /** It is somebody's home, or another place that is sealed. */
  hasPlace: boolean
}

/** @throws Problem not_found (not its staff), action_not_open (nobody is looked for) */
export async function needForTask(deps: Deps, tx: Tx, who: Who, id: string): Promise<NeedForTask> {
  const seen = await seenInside(deps, tx, await lockCase(tx, id))
  const capacity = seen && (await capacityInside(tx, seen, who.accountId))
  if (!seen || capacity?.reader !== 'staff' || seen.row.type !== 'need') throw new Problem('not_found')
  if (seen.row.state !== 'open') throw new Problem('action_not_open')
  const { community, subjectId } = seen.row
  return { id, community, subjectId, hasPlace: (seen.facts as store.NeedFacts).placeEnc !== null }
}

export interface ArrangedNeed {
  state: string
  /** The task by which it was arranged; null where staff arranged it. */
  taskId: string | null
  /** Who comes, as the person served reads it. */
  helper: string | null
  /** When somebody comes; long ago where nobody does. */
  comesAt: Date
  leavesAt: Date
}

/** Holds it, for whoever compares it with its tasks. */
export async function arrangedNeed(deps: Deps, tx: Tx, id: string): Promise<ArrangedNeed | undefined> {
  const seen = await seenInside(deps, tx, await lockCase(tx, id))
  if (!seen || seen.row.type !== 'need') return undefined
  const { taskId, helperEnc, comesAt, leavesAt } = seen.facts as store.NeedFacts
  const helper = helperEnc && deps.cipher.decrypt('needs.helper_enc', id, helperEnc)
  const [comes, leaves] = [new Date(comesAt ?? 0), new Date(leavesAt ?? 0)]
  return { state: seen.row.state, taskId, helper, comesAt: comes, leavesAt: leaves }
}

export interface Taken {
  taskId: string
  startsAt: Date
  endsAt: Date
  /** Who comes, as the person served reads it. */
  helper: string
  at: Date
}

export async function needTaken(
  deps: Deps,
  tx: Tx,
  id: string,
  { taskId, startsAt, endsAt, helper, at }: Taken,
): Promise<void> {
  const all = await authoriseMany(deps, tx, [id], { action: 'taken', unasked: true }, at)
  const [first] = all
  if (!first) return
  if (first.row.state === 'open') await promises.keep(tx, id, first.row)
  const helperEnc = deps.cipher.encrypt('needs.helper_enc', id, helper)
  await store.setComing(tx, id, { helperEnc, startsAt, endsAt, taskId })
  const change = { startsAt, endsAt, waitingFor: 'party', dueAt: null, escalatedAt: null } as const
  await advance(deps, tx, all, { at, change })
}

/**
 * Staff find it on their desk again. However often volunteers come and go, it is due by the time that was promised first, and
 * the level above is not told twice.
 */
export async function needGivenBack(deps: Deps, tx: Tx, id: string, at: Date): Promise<void> {
  const all = await authoriseMany(deps, tx, [id], { action: 'given_back', unasked: true }, at)
  const [first] = all
  if (!first) return
  const { need_answer_days, office_hours, calendar_days } = await settingsInside(tx, first.row.community)
  const anew = addWorkingDays(at, need_answer_days, office_hours, calendar_days)
  const { promisedAt, escalatedAt } = await promises.of(tx, id)
  const dueAt = promisedAt !== null && promisedAt < anew ? promisedAt : anew
  await advance(deps, tx, all, { at, change: { startsAt: null, endsAt: null, dueAt, escalatedAt } })
}

export interface HomeOfNeed {
  place: string
  /** As whoever asked for them wrote it. */
  phone: string | null
  subjectId: string
  /** Whoever of the family asked. */
  proxyId: string | null
}

/** Where help is needed and by whom, and the number that was written for it, for a volunteer who stands by it; the caller has justified and records the reading. */
export async function homeOfNeed(
  { cipher }: Pick<Deps, 'cipher'>,
  tx: Tx,
  id: string,
): Promise<HomeOfNeed | undefined> {
  const found = await store.homeOf(tx, id)
  if (!found || found.placeEnc === null) return undefined
  return {
    place: cipher.decrypt('needs.place_enc', id, found.placeEnc),
    phone: found.phoneEnc && cipher.decrypt('needs.phone_enc', id, found.phoneEnc),
    subjectId: found.subjectId,
    proxyId: found.proxyId,
  }
}
