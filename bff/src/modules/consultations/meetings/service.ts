/**
 * The promise: whoever is offered times takes one with one tap, adviser and room together or not at all, and gives the one
 * they had back in the same moment; an adviser is never in two places, and a room never taken twice.
 */
import type { ConsultationDetail } from '@linli/contracts/consultation-case'
import type { MeetingKind } from '@linli/contracts/consultation-thread'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { claim, type Idempotency } from '../../../platform/idempotency'
import type { Tx } from '../../../platform/db'
import { Problem } from '../../../platform/problem'
import { readOf } from '../../../platform/read'
import { type CaseKey, openCaseKey } from '../../case-keys/service'
import { advance, type Authorised, authorise } from '../../cases/service'
import type { ConsultationFacts } from '../facts-store'
import { reachOf } from '../reach/store'
import { bringBack } from '../referral/back'
import { consultationOf } from '../service'
import { silenceEnds } from '../silence'
import { authoriseStep } from '../step'
import { eveningBefore, faultsOf, faultsOfPlace, linkPlace, soonBefore } from './rules'
import { stationsOf } from './read-store'
import * as store from './store'

export interface Offered {
  id: string
  kind: MeetingKind
  stationId: string | null
  link: string | null
  times: readonly { startsAt: string; endsAt: string }[]
}

/**
 * @throws Problem not_found, not_allowed, action_not_open, invalid_request (every fault), adviser_busy, station_taken,
 *   idempotency_key_reused
 */
export async function offerTimes(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  offered: Offered,
): Promise<ConsultationDetail> {
  const { id, stationId, kind, link } = offered
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    await bringBack(deps, tx, id, at)
    const asked = { id, action: 'offer_times', note: null, type: 'consultation' }
    const authorised = await authorise(deps, tx, who, asked, at)
    const times = offered.times.map(({ startsAt, endsAt }) => ({
      startsAt: new Date(startsAt),
      endsAt: new Date(endsAt),
    }))
    await demandFitting(tx, authorised, offered, times, at)
    const offer = { caseId: id, adviserId: who.accountId, stationId }
    const busy = await store.busyAt(tx, offer, times)
    if (busy?.adviser) throw new Problem('adviser_busy')
    if (busy?.station) throw new Problem('station_taken')
    const key = link === null ? undefined : await openCaseKey(deps, readOf(tx), id)
    if (link !== null && !key) throw new Problem('not_found')
    const sealed = times.map((span) => newTime(deps.ids.id(), span, key, link))
    await store.replaceTimes(tx, { ...offer, kind, at, times: sealed })
    await advance(deps, tx, [authorised], { at, change: await kept(tx, authorised, at) })
  })
  return consultationOf(deps, who, id)
}

const newTime = (
  id: string,
  span: store.Span,
  key: CaseKey | undefined,
  link: string | null,
): store.NewTime => ({
  id,
  ...span,
  linkSealed: key && link !== null ? key.seal(linkPlace, id, link) : null,
})

/** @throws Problem invalid_request */
async function demandFitting(
  tx: Tx,
  { row, facts }: Authorised,
  { kind, stationId, link }: Offered,
  times: readonly store.Span[],
  at: Date,
): Promise<void> {
  const { officeCode } = facts as ConsultationFacts
  const reach = await reachOf(readOf(tx), row.id)
  const stations = stationId === null ? [] : await stationsOf(readOf(tx), [officeCode])
  const faults = [
    ...faultsOfPlace({
      kind,
      stationId,
      link,
      canCall: reach?.reach === 'phone' && reach.parts.includes('phone'),
      knowsStation: stations.some((station) => station.id === stationId),
    }),
    ...faultsOf(times, at),
  ]
  if (faults.length > 0) throw new Problem('invalid_request', undefined, faults)
}

/** What ends by silence does not end while the two mean to meet. */
const kept = async (tx: Tx, { row }: Authorised, at: Date): Promise<{ lapsesAt?: Date }> =>
  row.lapsesAt === null ? {} : { lapsesAt: await silenceEnds(tx, row, at) }

/** @throws Problem not_found, not_allowed, action_not_open, time_gone, idempotency_key_reused */
export async function takeTime(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<ConsultationDetail> {
  const caseId = await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const known = await claim(tx, idempotency, id, at)
    const found = await store.caseOfAppointment(tx, id)
    if (!found) throw new Problem('not_found')
    if (known) return found.caseId
    const step = { id: found.caseId, action: 'take_time' }
    const authorised = await authoriseStep(deps, tx, who, step, at)
    await take(tx, { id, caseId: found.caseId, at })
    await advance(deps, tx, [authorised], { at, change: await kept(tx, authorised, at) })
    return found.caseId
  })
  return consultationOf(deps, who, caseId)
}

/** @throws Problem time_gone */
async function take(tx: Tx, { id, caseId, at }: { id: string; caseId: string; at: Date }): Promise<void> {
  const offered = await store.offeredTime(tx, id, caseId)
  if (!offered || offered.startsAt <= at) throw new Problem('time_gone')
  const before = await store.callOffMeeting(tx, caseId, 'party', at)
  const taken = await store.takeTime(tx, {
    id,
    caseId,
    before,
    eveningTold: eveningBefore(offered.startsAt) <= at,
    soonTold: soonBefore(offered.startsAt) <= at,
    at,
  })
  if (!taken) throw new Problem('time_gone')
}

/**
 * A meeting to come is called off by either side, a time that is only offered by whoever offers it.
 * @throws Problem not_found, not_allowed, action_not_open, idempotency_key_reused
 */
export async function giveTimeBack(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<ConsultationDetail> {
  const caseId = await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const known = await claim(tx, idempotency, id, at)
    const found = await store.caseOfAppointment(tx, id)
    if (!found) throw new Problem('not_found')
    if (known) return found.caseId
    const step = { id: found.caseId, action: 'give_time_back' }
    const authorised = await authoriseStep(deps, tx, who, step, at)
    const isAdviser = authorised.by.side === 'staff'
    if (isAdviser && (await store.withdrawTime(tx, id, found.caseId))) return found.caseId
    if (!(await store.comingMeeting(tx, id, found.caseId, at))) throw new Problem('action_not_open')
    await store.callOffMeeting(tx, found.caseId, isAdviser ? 'adviser' : 'party', at)
    await advance(deps, tx, [authorised], { at, change: await kept(tx, authorised, at) })
    return found.caseId
  })
  return consultationOf(deps, who, caseId)
}
