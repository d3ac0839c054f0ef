/**
 * The promise: a volunteer asks, a leader or staff answer, nobody answers themselves; leaving takes one tap. Names are read
 * on record, and telephone numbers not at all.
 */
import type { MemberState, TeamDetail, TeamMember } from '@linli/contracts/teams'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { insertAccess, insertChildAccess } from '../cases/service'
import { guardedInside } from '../children/service'
import { notify, notifyPeople } from '../notices/service'
import { fitInside, namesOf } from '../volunteers/service'
import * as store from './members-store'
import { getTeam, teamFor } from './service'
import { findTeam, holdOpenTeam } from './store'
import { readOf } from '../../platform/read'

interface Whose {
  id: string
  childId: string | null
}

/** @throws Problem not_found, team_closed, not_a_volunteer, idempotency_key_reused */
export async function askToJoin(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, childId }: Whose,
): Promise<TeamDetail> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    if (!(await findTeam(readOf(tx), id))) throw new Problem('not_found')
    if (!(await holdOpenTeam(tx, id))) throw new Problem('team_closed')
    const volunteer = await fitInside(deps, tx, { accountId: who.accountId, childId }, at)
    if (!volunteer) throw new Problem('not_a_volunteer')
    // Who is in it, or has asked before, has what they want.
    await store.insertAsking(tx, id, volunteer.caseId, at)
    await tellLeaders(deps, tx, { id, caseId: volunteer.caseId, at })
  })
  return getTeam(deps, who, id)
}

/** Once for each who asks, however often they do. */
async function tellLeaders(
  { ids }: Deps,
  tx: Tx,
  { id, caseId, at }: { id: string; caseId: string; at: Date },
): Promise<void> {
  for (const { id: accountId } of await store.leadersOf(tx, id)) {
    const eventKey = `${id}/asked/${caseId}/${accountId}`
    const kind = 'team_asked'
    await notify(tx, { id: ids.id(), eventKey, accountId, caseId: null, kind, at, deliverAt: at })
  }
}

/** @throws Problem not_found (not in it, or not their child), idempotency_key_reused */
export async function leaveTeam(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, childId }: Whose,
): Promise<TeamDetail> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    if (childId !== null && !(await guardedInside(deps.cipher, tx, who.accountId, childId)))
      throw new Problem('not_found')
    if (!(await store.deleteMember(tx, id, childId ?? who.accountId))) throw new Problem('not_found')
  })
  return getTeam(deps, who, id)
}

/** @throws Problem not_found, not_allowed (their own, or their child's), team_answered, idempotency_key_reused */
export async function decideMember(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, caseId, accept }: { id: string; caseId: string; accept: boolean },
): Promise<{ state: MemberState }> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, caseId, at)) return
    await teamFor(tx, who, id)
    const asking = (await store.membersOf(tx, id)).find((one) => one.caseId === caseId)
    if (asking?.own.includes(who.accountId)) throw new Problem('not_allowed')
    if (!(await store.answerAsking(tx, { teamId: id, caseId, accept, by: who.accountId, at })))
      throw new Problem('team_answered')
    await notifyPeople(tx, [caseId], 'case_answered', at)
  })
  return { state: accept ? 'member' : 'refused' }
}

/** @throws Problem not_found, not_allowed (themselves, their child, or a leader takes off a leader), idempotency_key_reused */
export async function takeOffMember(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, caseId }: { id: string; caseId: string },
): Promise<Record<string, never>> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, caseId, at)) return
    const { asStaff } = await teamFor(tx, who, id)
    const member = (await store.membersOf(tx, id)).find((one) => one.caseId === caseId)
    if (member?.own.includes(who.accountId) || (member?.leads && !asStaff)) throw new Problem('not_allowed')
    if (!(await store.takeOff(tx, id, caseId))) throw new Problem('not_found')
    await notifyPeople(tx, [caseId], 'case_answered', at)
  })
  return {}
}

/** @throws Problem not_found (neither a leader nor staff) */
export const readMembers = (deps: Deps, who: Who, id: string): Promise<{ members: TeamMember[] }> =>
  deps.db.transaction(async (tx) => {
    const { badge } = await teamFor(tx, who, id)
    const rows = await store.membersOf(tx, id)
    await record(deps, tx, rows, who, badge)
    const names = await namesOf(
      deps,
      tx,
      rows.map(({ partyId }) => partyId),
    )
    return {
      members: rows.map(({ caseId, partyId, childId, state, leads, askedAt, own }) => ({
        ...{ caseId, state, leads, isMinor: childId !== null, own: own.includes(who.accountId) },
        name: names.get(partyId) ?? '',
        askedAt: askedAt.toISOString(),
      })),
    }
  })

/** Each of them reads that their name was, but whoever reads their own. */
async function record(
  deps: Deps,
  tx: Tx,
  rows: readonly store.MemberRow[],
  who: Who,
  badge: string,
): Promise<void> {
  const by = { readerId: who.accountId, readerName: badge, at: deps.clock.now() }
  const others = rows.filter(({ own }) => !own.includes(who.accountId))
  for (const { accountId, caseId } of others)
    if (accountId !== null)
      await insertAccess(tx, { ...by, id: deps.ids.id(), subjectId: accountId, tag: 'contact', caseId })
  const reads = others.flatMap(({ childId, caseId }) =>
    childId === null ? [] : [{ id: deps.ids.id(), childId, tag: 'child' as const, caseId }],
  )
  if (reads.length > 0) await insertChildAccess(tx, { ...by, reads })
}
