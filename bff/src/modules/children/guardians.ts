/** The promise: a child has two guardians at most, each by an invitation of the other and known to staff. */
import type { ChildSummary, Relation } from '@linli/contracts/children'
import type { Deps } from '../../deps'
import type { Asker } from '../../http/asker'
import type { Who } from '../../http/context'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { dayMs } from '../../platform/shanghai'
import { countGuess } from '../identity/service'
import { lockConsented } from './family'
import { stopOwnFreeze } from './freezes'
import { endLink, findLink, insertLink, putInvitation, spendInvitation } from './guardian-store'
import { endAllowedBy } from './pickup-store'
import { linkOf, mayEnd } from './policy'
import { summaryOf } from './present'
import { findChild, lockChild } from './store'
import { tellAccounts, tellOthers } from './tell'

/** @throws Problem not_found, guardian_not_verified, consent_needed, two_guardians_already */
export async function inviteGuardian(
  deps: Deps,
  who: Who,
  childId: string,
): Promise<{ code: string; expiresAt: string }> {
  const at = deps.clock.now()
  const expiresAt = new Date(at.getTime() + dayMs)
  const code = `${deps.ids.code()}${deps.ids.code().slice(0, 2)}`
  await deps.db.transaction(async (tx) => {
    const { row } = await lockConsented(tx, who, childId, at)
    if (row.links.length > 1) throw new Problem('two_guardians_already')
    const codeHash = deps.cipher.lookup('invitation', code)
    const made = await putInvitation(tx, { codeHash, childId, createdBy: who.accountId, at, expiresAt })
    // Another child has this very code today: the next tap makes another one.
    if (!made) throw new Problem('busy')
  })
  return { code, expiresAt: expiresAt.toISOString() }
}

/** @throws Problem invitation_wrong, two_guardians_already, too_many_requests, proof_needed */
export async function acceptInvitation(
  deps: Deps,
  who: Who & { asker: Asker },
  idempotency: Idempotency,
  { code, relation }: { code: string; relation: Relation },
): Promise<ChildSummary> {
  const at = deps.clock.now()
  await countGuess(deps, who.asker, 'invitation')
  const codeHash = deps.cipher.lookup('invitation', code)
  const linkId = await deps.db.transaction(async (tx) => {
    const id = deps.ids.id()
    const known = await claim(tx, idempotency, id, at)
    if (known) return known
    const childId = await spendInvitation(tx, { codeHash, accountId: who.accountId, at })
    if (!childId) throw new Problem('invitation_wrong')
    if (!(await insertLink(tx, { id, childId, accountId: who.accountId, relation, at })))
      throw new Problem('two_guardians_already')
    const row = await lockChild(tx, childId, at)
    if (row) await tellOthers(deps, tx, row, { kind: 'guardian_joined', by: who.accountId, at })
    return id
  })
  const link = await findLink(deps.db, linkId)
  const row = link && (await findChild(deps.db, link.childId, at))
  if (!row || !linkOf(row.links, who.accountId)) throw new Problem('invitation_wrong')
  return summaryOf(row, who.accountId)
}

/**
 * A guardian takes back a link that staff do not know. Staff refuse one with a reason, and end a verified one by two.
 * @throws Problem not_found, not_allowed, last_guardian
 */
export async function endGuardianship(deps: Deps, who: Who, id: string): Promise<void> {
  const link = await findLink(deps.db, id)
  if (!link) throw new Problem('not_found')
  const at = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    const row = await lockChild(tx, link.childId, at)
    const mine = row && linkOf(row.links, who.accountId)
    const own = link.accountId === who.accountId
    if (!row || (!mine && !own)) throw new Problem('not_found')
    const target = row.links.find((other) => other.id === id)
    // It ended before: done is done.
    if (!target) return
    if (!mine || !mayEnd(target, mine, row)) throw new Problem('not_allowed')
    if (row.links.length === 1) throw new Problem('last_guardian')
    await endLink(tx, id, { at, by: who.accountId, reason: null })
    await endAllowedBy(tx, row.id, target.accountId, at)
    await tellOthers(deps, tx, row, { kind: 'guardian_ended', by: who.accountId, at })
    await stopOwnFreeze(deps, tx, row, { target, by: who.accountId, at })
    // Whose link another one took back reads nothing of the child, but is told that it is over.
    if (!own) await tellAccounts(deps, tx, row.id, [target.accountId], { kind: 'guardian_ended', at })
  })
}
