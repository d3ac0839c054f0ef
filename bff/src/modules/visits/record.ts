/**
 * The promise: what a device recorded is kept once, however often and from wherever it is sent; each is answered on its own.
 * What a visit says of somebody (moved away, died) is true of the register from that day on.
 */
import type { KeptVisit, RecordedVisit, VisitRefusal, VisitWay, KeptOutcome } from '@linli/contracts/visits'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { dayOf } from '../../platform/shanghai'
import { type GrantFact, grantsInside } from '../identity/service'
import { joinRoster, leaveRoster, shareMonths, takeRoster } from './month-store'
import { badgeIn } from './policy'
import { type Helped, holdHelped, openNeeds } from './needs'
import { presentVisit } from './present'
import { hasLeft, isLate, monthBefore, monthOf, refusalOf } from './rules'
import { type ElderRow, lockElders, setState } from './store'
import { tellFamily, tellUrgent } from './tell'
import { insertVisit, standingSince, visitsById, visitsOf, type VisitRow } from './visit-store'

interface Result {
  id: string
  refused: VisitRefusal | null
  late: boolean
}

/** What holds while a batch is kept. */
interface Batch {
  who: Who
  now: Date
  grants: readonly GrantFact[]
  elders: ReadonlyMap<string, ElderRow>
  frozen: (community: string, month: string) => boolean
  helped?: Helped
}

/** @throws Problem idempotency_key_reused */
export async function recordVisits(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  visits: readonly RecordedVisit[],
): Promise<{ results: Result[] }> {
  return deps.db.transaction(async (tx) => {
    // Every row answers for itself by its own id: sent again, all are known.
    await claim(tx, idempotency, deps.ids.id(), deps.clock.now())
    const at = deps.clock.now()
    const helped = await holdHelped(deps, tx, who.accountId, visits, at)
    const elders = [...new Set(visits.map(({ elderId }) => elderId))]
    const batch = { ...(await held(deps, tx, who, elders)), helped }
    const results: Result[] = []
    for (const visit of visits) results.push(await keep(deps, tx, batch, visit))
    const kept = new Set(results.filter(({ refused }) => refused === null).map(({ id }) => id))
    const said = visits.filter(({ id }) => kept.has(id))
    for (const elder of batch.elders.values()) await follow(deps, tx, batch, elder, said)
    return { results }
  })
}

/** Elders first, then their months; what is over by now is decided while both are held. */
async function held(deps: Deps, tx: Tx, who: Who, elderIds: readonly string[]): Promise<Batch> {
  const rows = await lockElders(tx, elderIds)
  const grants = await grantsInside(tx, who.accountId)
  const within = rows.filter(({ community }) => badgeIn(grants, community) !== undefined)
  const communities = [...new Set(within.map(({ community }) => community))].sort()
  const month = monthOf(deps.clock.now())
  for (const community of communities) await takeRoster(tx, community, month, deps.clock.now())
  const months = await shareMonths(tx, communities, [monthBefore(month), month])
  const frozen = new Set(months.filter((row) => row.frozen).map((row) => `${row.community} ${row.month}`))
  return {
    who,
    grants,
    now: deps.clock.now(),
    elders: new Map(within.map((row) => [row.id, row])),
    frozen: (community, of) => frozen.has(`${community} ${of}`),
  }
}

const same = (row: VisitRow, visit: RecordedVisit): boolean =>
  row.elderId === visit.elderId &&
  row.at.getTime() === Date.parse(visit.at) &&
  row.way === visit.way &&
  row.outcome === visit.outcome

async function keep(deps: Deps, tx: Tx, batch: Batch, visit: RecordedVisit): Promise<Result> {
  const { who, grants, now, elders, frozen, helped } = batch
  const refused = (why: VisitRefusal): Result => ({ id: visit.id, refused: why, late: false })
  const elder = elders.get(visit.elderId)
  if (!elder) return refused('not_found')
  const [known] = await visitsById(tx, [visit.id])
  if (known)
    return same(known, visit) ? { id: visit.id, refused: null, late: known.late } : refused('id_taken')
  const at = new Date(visit.at)
  const why = refusalOf(at, elder, now)
  if (why) return refused(why)
  const month = monthOf(at < now ? at : now)
  const late = isLate(month, frozen(elder.community, month), now)
  const inserted = await insertVisit(tx, {
    id: visit.id,
    elderId: elder.id,
    month,
    visitorId: who.accountId,
    by: badgeIn(grants, elder.community) ?? '',
    at,
    way: visit.way,
    outcome: visit.outcome,
    recordedAt: now,
    late,
    corrects: null,
    noteEnc: sealed(deps, visit.id, visit.note),
  })
  if (!inserted) return refused('id_taken')
  const by = { id: who.accountId, name: badgeIn(grants, elder.community) ?? '', at: now }
  await openNeeds(deps, tx, { elder, subjectId: helped?.get(elder.id) }, visit, by)
  return { id: visit.id, refused: null, late }
}

const sealed = ({ cipher }: Deps, id: string, note: string | null): string | null =>
  note === null ? null : cipher.encrypt('visit_notes.note_enc', id, note)

/** What follows for one elder from all that was kept of them. */
async function follow(
  deps: Deps,
  tx: Tx,
  { now }: Batch,
  elder: ElderRow,
  kept: readonly RecordedVisit[],
): Promise<void> {
  const own = kept.filter(({ elderId }) => elderId === elder.id).sort((a, b) => (a.at < b.at ? -1 : 1))
  if (own.length === 0) return
  const left = own.findLast(({ outcome }) => hasLeft(outcome))
  if (left && !hasLeft(elder.state))
    await takeOff(tx, elder, { state: left.outcome, since: dayOf(new Date(left.at)) }, now)
  await tellUrgent(deps, tx, elder, now)
  await tellFamily(deps, tx, elder, own, now)
}

async function takeOff(
  tx: Tx,
  elder: ElderRow,
  { state, since }: { state: string; since: string },
  now: Date,
): Promise<void> {
  await setState(tx, elder.id, { state: state as ElderRow['state'], since, until: null })
  await leaveRoster(tx, elder.id, monthOf(now), since)
}

export interface Correction {
  id: string
  way: VisitWay
  outcome: KeptOutcome
  note: string | null
}

/**
 * What was recorded stays as it was; the row that is added takes its place.
 * @throws Problem not_found, action_not_open (it was corrected already), idempotency_key_reused
 */
export async function correctVisit(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  correction: Correction,
): Promise<{ visits: KeptVisit[] }> {
  return deps.db.transaction(async (tx) => {
    const fresh = deps.ids.id()
    const known = await claim(tx, idempotency, fresh, deps.clock.now())
    const [row] = await visitsById(tx, [correction.id])
    if (!row) throw new Problem('not_found')
    const batch = await held(deps, tx, who, [row.elderId])
    const elder = batch.elders.get(row.elderId)
    if (!elder) throw new Problem('not_found')
    if (known === undefined) await replace(deps, tx, batch, { elder, row, fresh, correction })
    return { visits: (await visitsOf(tx, elder.id, shownVisits)).map((each) => presentVisit(deps, each)) }
  })
}

export const shownVisits = 60

async function replace(
  deps: Deps,
  tx: Tx,
  { who, grants, now, frozen }: Batch,
  {
    elder,
    row,
    fresh,
    correction,
  }: { elder: ElderRow; row: VisitRow; fresh: string; correction: Correction },
): Promise<void> {
  const month = monthOf(row.at < row.recordedAt ? row.at : row.recordedAt)
  const inserted = await insertVisit(tx, {
    id: fresh,
    elderId: elder.id,
    month,
    visitorId: who.accountId,
    by: badgeIn(grants, elder.community) ?? '',
    at: row.at,
    way: correction.way,
    outcome: correction.outcome,
    recordedAt: now,
    late: isLate(month, frozen(elder.community, month), now),
    corrects: row.id,
    noteEnc: sealed(deps, fresh, correction.note),
  })
  if (!inserted) throw new Problem('action_not_open')
  if (hasLeft(correction.outcome) || hasLeft(row.outcome)) await settleState(tx, elder, row, now)
  await tellUrgent(deps, tx, elder, now)
}

/** Whoever was said to have left by mistake is visited again, from now on, unless another visit says that they left. */
async function settleState(tx: Tx, elder: ElderRow, row: VisitRow, now: Date): Promise<void> {
  // What staff wrote, or another visit said, stays.
  if (hasLeft(elder.state) && elder.state !== row.outcome) return
  const standing = await standingSince(tx, [elder.id], monthBefore(monthOf(now)))
  const left = standing.findLast(({ outcome }) => hasLeft(outcome))
  if (left) await takeOff(tx, elder, { state: left.outcome, since: dayOf(left.at) }, now)
  else if (hasLeft(elder.state)) await bringBack(tx, elder, now)
}

async function bringBack(tx: Tx, elder: ElderRow, now: Date): Promise<void> {
  const day = dayOf(now)
  await setState(tx, elder.id, { state: 'active', since: day, until: null })
  await joinRoster(tx, { community: elder.community, month: monthOf(now), elderId: elder.id, day })
}
