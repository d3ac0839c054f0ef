/** The promise: staff make, name and close the teams of their division, and say who leads them; nobody names themselves. */
import type { TeamDetail, TeamKind } from '@linli/contracts/teams'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { nameForm } from '../../platform/name-form'
import { Problem } from '../../platform/problem'
import { readOf } from '../../platform/read'
import { directory } from '../divisions/service'
import { isStaffOf } from '../identity/policy'
import { grantsInside } from '../identity/service'
import { notifyPeople } from '../notices/service'
import { holdRegistration, insertLeader, takeOffLeader } from './members-store'
import { getTeam } from './service'
import { closeTeam as close, findTeam, holdOpenTeam, insertTeam, renameTeam, type TeamRow } from './store'

interface Naming {
  name: string
  organisationId: string | null
}

/** @throws Problem team_organisation unless it is open, and of this division or of one above it */
async function mustBeOver(tx: Tx, division: string, kind: TeamKind, id: string | null): Promise<void> {
  if (id === null) return
  const above = await findTeam(readOf(tx), id)
  if (
    kind !== 'team' ||
    above?.kind !== 'organisation' ||
    above.state !== 'open' ||
    !division.startsWith(above.division)
  )
    throw new Problem('team_organisation')
}

/** @throws Problem not_found, team_name_taken, team_organisation, invalid_request, idempotency_key_reused */
export async function createTeam(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: Naming & { division: string; kind: TeamKind },
): Promise<TeamDetail> {
  const { division, kind, name, organisationId } = asked
  const isThere = (await directory(deps)).find(division) !== undefined
  const fresh = deps.ids.id()
  const id = await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const known = await claim(tx, idempotency, fresh, at)
    if (known) return known
    if (!isThere || !isStaffOf(await grantsInside(tx, who.accountId), division))
      throw new Problem('not_found')
    await mustBeOver(tx, division, kind, organisationId)
    const by = { by: who.accountId, at }
    const row = { id: fresh, division, kind, name, nameForm: formOf(name), organisationId, ...by }
    if (!(await insertTeam(tx, row))) throw new Problem('team_name_taken')
    return fresh
  })
  return getTeam(deps, who, id)
}

/** @throws Problem invalid_request where nothing of it counts when names are compared */
function formOf(name: string): string {
  const form = nameForm(name)
  if (form !== '') return form
  throw new Problem('invalid_request', undefined, [
    { path: 'body.name', code: 'not_a_name', message: '请写一个能念出来的名称' },
  ])
}

/** Of staff of its division. @throws Problem not_found */
async function staffTeam(tx: Tx, who: Who, id: string): Promise<TeamRow> {
  const team = await findTeam(readOf(tx), id)
  if (!team || !isStaffOf(await grantsInside(tx, who.accountId), team.division))
    throw new Problem('not_found')
  return team
}

/** @throws Problem not_found, team_closed, team_name_taken, team_organisation, invalid_request, idempotency_key_reused */
export async function changeTeam(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, name, organisationId }: Naming & { id: string },
): Promise<TeamDetail> {
  await deps.db.transaction(async (tx) => {
    if (await claim(tx, idempotency, id, deps.clock.now())) return
    const { division, kind } = await staffTeam(tx, who, id)
    await mustBeOver(tx, division, kind, organisationId)
    const refused = await renameTeam(tx, { id, name, nameForm: formOf(name), organisationId })
    if (refused) throw new Problem(refused)
  })
  return getTeam(deps, who, id)
}

/** Whoever was in it hears so. @throws Problem not_found, team_closed, idempotency_key_reused */
export async function closeTeam(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<TeamDetail> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    await staffTeam(tx, who, id)
    const members = await close(tx, id)
    if (members === undefined) throw new Problem('team_closed')
    await notifyPeople(tx, members, 'case_answered', at)
  })
  return getTeam(deps, who, id)
}

/**
 * @throws Problem not_found, not_allowed (themselves), team_closed, team_leader_unfit (a child, or no volunteer any more),
 *   idempotency_key_reused
 */
export async function nameLeader(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, caseId, leads }: { id: string; caseId: string; leads: boolean },
): Promise<{ leads: boolean }> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, caseId, at)) return
    const { division } = await staffTeam(tx, who, id)
    if (!(await holdOpenTeam(tx, id))) throw new Problem('team_closed')
    if (!leads) return takeOffLeader(tx, id, caseId)
    const found = await holdRegistration(tx, caseId, id)
    // Out of their own roster, or of whoever joined: nobody elsewhere is put into a team, and read, unasked.
    if (found && !found.isIn && !found.community.startsWith(division)) throw new Problem('not_found')
    if (!found?.isAdult) throw new Problem('team_leader_unfit')
    if (found.own.includes(who.accountId)) throw new Problem('not_allowed')
    await insertLeader(tx, { teamId: id, caseId, by: who.accountId, at })
    await notifyPeople(tx, [caseId], 'case_answered', at)
  })
  return { leads }
}
