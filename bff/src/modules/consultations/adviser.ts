/** The promise: an adviser sees what lies with them by due time, and keeps their own hours; what was asked is in the thread alone. */
import type { AdviserList, AdviserSelf, DutyHours } from '@linli/contracts/adviser'
import type { ConsultationDetail, ConsultationState } from '@linli/contracts/consultation-case'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { eachOf } from '../../platform/each'
import { claim, type Idempotency } from '../../platform/idempotency'
import { pageOf } from '../../platform/page'
import { Problem } from '../../platform/problem'
import { dayOf } from '../../platform/shanghai'
import { advance, authorise, authoriseMany, isOverdue, stateNow } from '../cases/service'
import { directory } from '../divisions/service'
import { type GrantFact, grantsInside, grantsOf } from '../identity/service'
import { barredAt, calendarOfAdviser, handedList, meetingsByCase } from './adviser-beside'
import * as store from './adviser-store'
import { isFree } from './assign'
import { lockAdvisers, waitingFor } from './assign-store'
import { giveOn } from './give-on'
import { consultationKind } from './kind'
import { deskRoles, legalGrants } from './policy'
import { consultationOf } from './service'

const pageSize = 30

interface Adviser extends store.Whose {
  grants: readonly GrantFact[]
}

/** @throws Problem not_found for whoever has no such office */
export async function adviserOf(deps: Deps, who: Who): Promise<Adviser> {
  const adviser = officesOf(who.accountId, await grantsOf(deps, who.accountId))
  if (adviser.grants.length === 0) throw new Problem('not_found')
  return adviser
}

function officesOf(accountId: string, all: readonly GrantFact[]): Adviser {
  const grants = legalGrants(all)
  const divisions = (some: readonly GrantFact[]): string[] => [...new Set(some.map((g) => g.division))]
  const desks = divisions(grants.filter(({ role }) => deskRoles.includes(role)))
  return { accountId, grants, offices: divisions(grants), desks }
}

/** @throws Problem not_found */
export async function listHandled(
  deps: Deps,
  who: Who,
  show: AdviserList,
  after: { at: Date; id: string } | undefined,
) {
  const adviser = await adviserOf(deps, who)
  const looking = { ...adviser, barred: await barredAt(deps, adviser) }
  const [rows, counts, handed, divisions] = await Promise.all([
    show === 'handed' ? [] : store.handledBy(deps.db, looking, show, after, pageSize + 1),
    store.handledCounts(deps.db, looking),
    handedList(deps, adviser.accountId, adviser.grants),
    directory(deps),
  ])
  const now = deps.clock.now()
  const { page, last } = pageOf(rows, pageSize)
  const meetings = await meetingsByCase(
    deps,
    page.map(({ id }) => id),
  )
  const own = page.map((row) => ({
    id: row.id,
    number: row.number,
    communityName: divisions.find(row.community)?.name ?? '',
    state: stateNow(row, consultationKind, now) as ConsultationState,
    urgent: row.urgent,
    createdAt: row.createdAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    overdue: isOverdue(row, now),
    // What nobody works on is number, state and due time; how much was said is for whoever does.
    unread: show === 'desk' ? 0 : row.unread,
    nextMeeting: meetings.get(row.id) ?? null,
    referral: null,
  }))
  return {
    consultations: show === 'handed' ? handed : own,
    counts: { ...counts, handed: handed.length },
    next: last && { at: last.sort, id: last.id },
  }
}

/** @throws Problem not_found */
export async function getAdviser(deps: Deps, who: Who): Promise<AdviserSelf> {
  const { accountId, offices } = await adviserOf(deps, who)
  const [duties, away, openings, load, calendar] = await Promise.all([
    store.dutiesOf(deps.db, accountId),
    store.awayOf(deps.db, accountId, dayOf(deps.clock.now())),
    store.openingsOf(deps.db, accountId),
    store.loadOf(deps.db, accountId, offices),
    calendarOfAdviser(deps, accountId, offices),
  ])
  return { duties, away, openings, load, ...calendar }
}

/** @throws Problem not_found, invalid_request (hours that end before they begin, or meet) */
export async function setDuty(deps: Deps, who: Who, duties: readonly DutyHours[]): Promise<AdviserSelf> {
  const { accountId } = await adviserOf(deps, who)
  const faults = duties.flatMap((duty, n) => {
    const meets = duties.some(
      (other, m) => m < n && other.weekday === duty.weekday && other.from < duty.to && duty.from < other.to,
    )
    if (duty.from >= duty.to) return [fault(`body.duties.${n}.to`, '结束要晚于开始')]
    return meets ? [fault(`body.duties.${n}`, '和另一段时间重叠')] : []
  })
  if (faults.length > 0) throw new Problem('invalid_request', undefined, faults)
  await deps.db.transaction(async (tx) => {
    await lockAdvisers(tx, [accountId], deps.clock.now())
    await store.writeDuties(tx, accountId, duties)
  })
  return getAdviser(deps, who)
}

const fault = (path: string, message: string) => ({ path, code: 'invalid_value', message })

/** @throws Problem not_found, invalid_request, idempotency_key_reused */
export async function addAway(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { from, to }: { from: string; to: string },
): Promise<AdviserSelf> {
  const { accountId } = await adviserOf(deps, who)
  const at = deps.clock.now()
  if (to < from) throw new Problem('invalid_request', undefined, [fault('body.to', '结束不能早于开始')])
  if (to < dayOf(at)) throw new Problem('invalid_request', undefined, [fault('body.to', '这几天已经过去')])
  await deps.db.transaction(async (tx) => {
    const id = deps.ids.id()
    if (await claim(tx, idempotency, id, at)) return
    await store.insertAway(tx, { id, accountId, from, to })
  })
  if (from <= dayOf(at)) await giveAllOn(deps, accountId, at)
  return getAdviser(deps, who)
}

/** Whoever is away from today on keeps nobody waiting. */
async function giveAllOn(deps: Deps, accountId: string, at: Date): Promise<void> {
  const waiting = await deps.db.transaction((tx) => waitingFor(tx, accountId))
  await eachOf(waiting, ({ id }) =>
    deps.db.transaction(async (tx) => (await giveOn(deps, tx, id, { at })) !== undefined),
  )
}

/** @throws Problem not_found */
export async function removeAway(deps: Deps, who: Who, id: string): Promise<AdviserSelf> {
  await adviserOf(deps, who)
  await store.deleteAway(deps.db, who.accountId, id)
  return getAdviser(deps, who)
}

/** @throws Problem not_found, idempotency_key_reused */
export async function addOpening(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  words: string,
): Promise<AdviserSelf> {
  const { accountId } = await adviserOf(deps, who)
  await deps.db.transaction(async (tx) => {
    const [at, id] = [deps.clock.now(), deps.ids.id()]
    if (await claim(tx, idempotency, id, at)) return
    await store.insertOpening(tx, { id, accountId, words, at })
  })
  return getAdviser(deps, who)
}

/** @throws Problem not_found */
export async function removeOpening(deps: Deps, who: Who, id: string): Promise<AdviserSelf> {
  await adviserOf(deps, who)
  await store.deleteOpening(deps.db, who.accountId, id)
  return getAdviser(deps, who)
}

/** @throws Problem not_found (not of my desks), action_not_open (somebody has it), adviser_not_free, idempotency_key_reused */
export async function takeConsultation(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<ConsultationDetail> {
  const { accountId } = await adviserOf(deps, who)
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    // Locks the case before anybody looks whose it is, and who may have it.
    await authoriseMany(deps, tx, [id], { action: 'assign', unasked: true }, at)
    const { desks, grants } = officesOf(accountId, await grantsInside(tx, accountId))
    const [found] = await store.atDesks(tx, id, desks)
    const badge = grants.find(({ division }) => division === found?.id)?.displayName
    if (!found || badge === undefined) throw new Problem('not_found')
    const about = { caseId: id, office: found.id, roles: deskRoles, at }
    if (!(await isFree(deps, tx, accountId, about))) throw new Problem('adviser_not_free')
    const by = { side: 'staff', actorId: accountId, actorName: badge } as const
    const given = await giveOn(deps, tx, id, { at, by, to: { office: found.id, to: { accountId, badge } } })
    if (!given) throw new Problem('action_not_open')
  })
  return consultationOf(deps, who, id)
}

/** Back to the desk, which finds somebody else, without a word of why. @throws Problem not_found, action_not_open, idempotency_key_reused */
export async function passOn(deps: Deps, who: Who, idempotency: Idempotency, id: string): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    const asked = { id, action: 'pass_on', note: null, type: 'consultation' }
    await advance(deps, tx, [await authorise(deps, tx, who, asked, at)], { at })
    await giveOn(deps, tx, id, { at })
  })
}
