/**
 * The promise: staff compare names with papers, the guardians see that they did, and nobody verifies their own. Only what
 * was opened is verified, and what staff must look at twice they confirm (docs/product.md › Two guardians).
 */
import type { Circumstance } from '@linli/contracts/children'
import type { LinkWarning } from '@linli/contracts/guardian-desk'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { dayOf } from '../../platform/shanghai'
import { insertChildAccess } from '../cases/service'
import { directory } from '../divisions/service'
import { badgeFor, isStaffOf, isSupervisorOf } from '../identity/policy'
import { type GrantFact, grantsOf, keepPapers } from '../identity/service'
import { sawPapers, setApart } from './desk-store'
import { endingsIn, knownIn } from './ending-store'
import { freezesIn } from './freeze-store'
import { findLink, markVerified, pendingIn } from './guardian-store'
import { endAllowedByOthers } from './pickup-store'
import { linkOf } from './policy'
import { circumstancesOf, prove, schoolYearOf, unverifiedOf } from './rules'
import { open, sealCircumstances } from './sealed'
import type { ChildRow, LinkRow } from './row'
import { findChild, lockChild, updateCircumstances } from './store'
import { tellAccounts } from './tell'
import { isNamed, nameOf, warningsOf } from './warnings'

const most = 200

/** @throws Problem not_found where the reader is not staff of the division */
export async function listPendingLinks(deps: Deps, who: Who, division: string) {
  const [grants, divisions] = await Promise.all([grantsOf(deps, who.accountId), directory(deps)])
  if (!isStaffOf(grants, division) || !divisions.find(division)) throw new Problem('not_found')
  const { db, clock } = deps
  const [links, freezes, endings, known] = await Promise.all([
    pendingIn(db, division, most),
    freezesIn(db, division, clock.now(), most),
    endingsIn(db, division, most),
    knownIn(db, division, most),
  ])
  return {
    links,
    freezes,
    endings: endings.map(({ proposedBy, ...row }) => ({ ...row, mine: proposedBy === who.accountId })),
    known,
  }
}

/**
 * Without a consent no one looks; a freeze keeps nobody from bringing papers, by which the one who asked for it may be ended.
 * What was verified, claims nothing more and is the only guardian, who cannot be ended,
 * gives no reason to look.
 */
function isWaiting(deps: Deps, row: ChildRow, link: LinkRow, at: Date): boolean {
  if (row.consent?.decision !== 'granted') return false
  if (link.verifiedAt === null || row.links.length > 1) return true
  const year = schoolYearOf(dayOf(at))
  return unverifiedOf(circumstancesOf(row, open(deps.cipher, row).circumstances, year)) > 0
}

/**
 * Names and birth date to compare with the papers. The access records are written before the answer is made.
 * @throws Problem not_found (out of scope, one's own child, or nothing waits)
 */
export async function readPendingLink(deps: Deps, who: Who, id: string) {
  const at = deps.clock.now()
  const [asked, grants] = await Promise.all([findLink(deps.db, id), grantsOf(deps, who.accountId)])
  const row = asked && (await findChild(deps.db, asked.childId, at))
  const link = row?.links.find((l) => l.id === id)
  const staff = row && isStaffOf(grants, row.community) && !linkOf(row.links, who.accountId)
  if (!row || !link || !staff || !isWaiting(deps, row, link, at)) throw new Problem('not_found')
  await insertChildAccess(deps.db, {
    readerId: who.accountId,
    readerName: badgeFor(grants, row.community),
    at,
    guardianId: id,
    // Without a name nothing of the guardian is compared, and nothing will have been.
    reads: (isNamed(deps, link) ? (['child', 'contact'] as const) : (['child'] as const)).map((tag) => ({
      id: deps.ids.id(),
      childId: row.id,
      tag,
      caseId: null,
    })),
  })
  const { profile, circumstances } = open(deps.cipher, row)
  const { claimed, verified } = circumstancesOf(row, circumstances, schoolYearOf(dayOf(at)))
  return {
    id,
    childName: profile.name,
    birthDate: profile.birthDate,
    guardianName: nameOf(deps, link),
    relation: link.relation,
    verified: link.verifiedAt !== null,
    known: link.knownAt !== null,
    circumstances: claimed.map((circumstance) => ({
      circumstance,
      verified: verified.includes(circumstance),
    })),
    warnings: await warningsOf(deps, deps.db, row, link),
  }
}

/** Circumstances that nobody claimed are not proven by accident: they are passed over. */
export interface Verification {
  id: string
  guardian: boolean
  circumstances: readonly Circumstance[]
  looked?: readonly LinkWarning[] | undefined
  different?: boolean | undefined
}

/** @throws Problem the codes of the contract `verifyLink` */
export async function verifyLink(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  given: Verification,
): Promise<{ verified: boolean }> {
  const { id, guardian } = given
  const [asked, grants] = await Promise.all([findLink(deps.db, id), grantsOf(deps, who.accountId)])
  if (!asked) throw new Problem('not_found')
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const repeated = await claim(tx, idempotency, id, at)
    const row = await lockChild(tx, asked.childId, at)
    const link = row?.links.find((l) => l.id === id)
    if (!row || !link || row.consent?.decision !== 'granted') throw new Problem('not_found')
    mustBeStaff(row, who, grants)
    if (repeated) return { verified: link.verifiedAt !== null }
    const anew = guardian && !link.verifiedAt
    // Locks the account: under another name than was looked at nobody is verified, however fast it came.
    if (anew && !(await keepPapers(deps, tx, link, at))) throw new Problem('guardian_unnamed')
    await mustHaveLooked(deps, tx, who, { row, link, given, at })
    if (given.different) await setApart(tx, row.id)
    if (anew) {
      await markVerified(tx, id, who.accountId, at)
      const told = row.links.filter((l) => l.id === id || l.knownAt !== null).map((l) => l.accountId)
      await tellAccounts(deps, tx, row.id, told, { kind: 'guardian_verified', at })
      await endUnknown(deps, tx, row, { id, at })
    }
    await proveCircumstances(deps, tx, row, given.circumstances, at)
    return { verified: guardian || link.verifiedAt !== null }
  })
}

/** Once staff know a guardian, nothing that an unknown one allowed opens the door; everybody is told to say it anew. */
async function endUnknown(
  deps: Deps,
  tx: Tx,
  row: ChildRow,
  { id, at }: { id: string; at: Date },
): Promise<void> {
  const known = row.links.filter((l) => l.id === id || l.knownAt !== null).map((l) => l.accountId)
  if (!(await endAllowedByOthers(tx, row.id, { known, day: dayOf(at), at }))) return
  const all = row.links.map((l) => l.accountId)
  await tellAccounts(deps, tx, row.id, all, { kind: 'guardian_allowed_ended', at })
}

/** Papers are compared on the page that shows the names as they are now; each warning is confirmed by itself. */
async function mustHaveLooked(
  deps: Deps,
  tx: Tx,
  who: Who,
  { row, link, given, at }: { row: ChildRow; link: LinkRow; given: Verification; at: Date },
): Promise<void> {
  const { guardian } = given
  const tag = guardian && !link.verifiedAt ? 'contact' : 'child'
  if (!(await sawPapers(tx, { readerId: who.accountId, linkId: link.id, tag, at })))
    throw new Problem('papers_first')
  if (!guardian) return
  const looked: readonly LinkWarning[] = given.different
    ? ['same_child', ...(given.looked ?? [])]
    : (given.looked ?? [])
  const warnings = await warningsOf(deps, tx, row, link)
  if (warnings.some((warning) => !looked.includes(warning))) throw new Problem('look_closer')
}

async function proveCircumstances(
  deps: Deps,
  tx: Tx,
  row: ChildRow,
  proven: readonly Circumstance[],
  at: Date,
): Promise<void> {
  const year = schoolYearOf(dayOf(at))
  const seen = circumstancesOf(row, open(deps.cipher, row).circumstances, year)
  const after = prove(seen, proven)
  await updateCircumstances(tx, row.id, {
    circumstancesEnc: sealCircumstances(deps.cipher, row.id, after),
    unverified: unverifiedOf(after),
    verifiedYear: year,
  })
}

export function mustBeStaff(row: ChildRow, who: Who, grants: readonly GrantFact[]): void {
  const mine = linkOf(row.links, who.accountId) !== undefined
  if (isStaffOf(grants, row.community) && !mine) return
  throw new Problem(mine || isSupervisorOf(grants, row.community) ? 'not_allowed' : 'not_found')
}
