/** The promise: staff compare names with papers, the guardians see that they did, and nobody verifies their own. */
import type { Circumstance } from '@linli/contracts/children'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { claim, type Intent } from '../../platform/once'
import { Problem } from '../../platform/problem'
import { insertChildAccess } from '../cases/service'
import { directory } from '../divisions/service'
import { badgeFor, isStaffOf, isSupervisorOf } from '../identity/policy'
import { type GrantFact, grantsOf } from '../identity/service'
import { findLink, markVerified, pendingIn, type PendingRow } from './guardian-store'
import { linkOf } from './policy'
import { prove, unverifiedOf } from './rules'
import { open, sealCircumstances } from './sealed'
import { type ChildRow, findChild, type LinkRow, lockChild, updateCircumstances } from './store'

const most = 200

/** @throws Problem not_found where the reader is not staff of the division */
export async function listPendingLinks(deps: Deps, who: Who, division: string): Promise<PendingRow[]> {
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  if (!isStaffOf(grants, division) || !divisions.find(division)) throw new Problem('not_found')
  return pendingIn(deps.db, division, most)
}

/** Without a consent no one looks; what was verified and claims nothing more gives no reason to look. */
const isWaiting = (row: ChildRow, link: LinkRow): boolean =>
  row.consent?.decision === 'granted' && (link.verifiedAt === null || row.unverified > 0)

/**
 * Names and birth date to compare with the papers. The access records are written before the answer is made.
 * @throws Problem not_found (out of scope, one's own child, or nothing waits)
 */
export async function readPendingLink(deps: Deps, who: Who, id: string) {
  const [asked, grants] = await Promise.all([findLink(deps.db, id), grantsOf(deps, who.accountId)])
  const row = asked && (await findChild(deps.db, asked.childId))
  const link = row?.links.find((l) => l.id === id)
  const staff = row && isStaffOf(grants, row.community) && !linkOf(row.links, who.accountId)
  if (!row || !link || !staff || !isWaiting(row, link)) throw new Problem('not_found')
  await insertChildAccess(deps.db, {
    readerId: who.accountId,
    readerName: badgeFor(grants, row.community),
    at: deps.clock.now(),
    reads: (['child', 'contact'] as const).map((tag) => ({
      id: deps.ids.id(),
      childId: row.id,
      tag,
      caseId: null,
    })),
  })
  const { profile, circumstances } = open(deps.cipher, row)
  return {
    id,
    childName: profile.name,
    birthDate: profile.birthDate,
    guardianName: link.nameEnc && deps.cipher.decrypt('accounts.name_enc', link.accountId, link.nameEnc),
    relation: link.relation,
    verified: link.verifiedAt !== null,
    circumstances: circumstances.claimed.map((circumstance) => ({
      circumstance,
      verified: circumstances.verified.includes(circumstance),
    })),
  }
}

/** Circumstances that nobody claimed are not proven by accident: they are passed over. */
export interface Verification {
  id: string
  guardian: boolean
  circumstances: readonly Circumstance[]
}

/** @throws Problem not_found, not_allowed (a supervisor, or one's own child) */
export async function verifyLink(
  deps: Deps,
  who: Who,
  intent: Intent,
  { id, guardian, circumstances }: Verification,
): Promise<{ verified: boolean }> {
  const [asked, grants] = await Promise.all([findLink(deps.db, id), grantsOf(deps, who.accountId)])
  if (!asked) throw new Problem('not_found')
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const repeated = await claim(tx, intent, id, at)
    const row = await lockChild(tx, asked.childId)
    const link = row?.links.find((l) => l.id === id)
    if (!row || !link || row.consent?.decision !== 'granted') throw new Problem('not_found')
    mustBeStaff(row, who, grants)
    if (repeated) return { verified: link.verifiedAt !== null }
    if (guardian) await markVerified(tx, id, who.accountId, at)
    const proven = prove(open(deps.cipher, row).circumstances, circumstances)
    await updateCircumstances(tx, row.id, {
      circumstancesEnc: sealCircumstances(deps.cipher, row.id, proven),
      unverified: unverifiedOf(proven),
    })
    return { verified: guardian || link.verifiedAt !== null }
  })
}

function mustBeStaff(row: ChildRow, who: Who, grants: readonly GrantFact[]): void {
  const mine = linkOf(row.links, who.accountId) !== undefined
  if (isStaffOf(grants, row.community) && !mine) return
  throw new Problem(mine || isSupervisorOf(grants, row.community) ? 'not_allowed' : 'not_found')
}
