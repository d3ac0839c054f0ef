/** Who may receive what is handed over: whoever of the nearest office has the calling for it and advises nobody against its person. */
import type { HandedPart, ReferralKind } from '@linli/contracts/consultation-thread'
import { officesFrom } from '@linli/contracts/ladder'
import type { Role } from '@linli/contracts/roles'
import type { Deps } from '../../../deps'
import type { Tx } from '../../../platform/db'
import type { GrantFact } from '../../identity/service'
import { barredCases, freeAmong } from '../assign'
import * as store from './store'

export const roleOf: Readonly<Record<ReferralKind, Role>> = {
  mediation: 'mediator',
  legal_aid: 'legal_aid',
  notary: 'notary',
  appraisal: 'appraiser',
}

export interface Receivers {
  office: string
  accountIds: readonly string[]
}

interface Sought {
  caseId: string
  kind: ReferralKind
  /** Offices to look in, one above the other. */
  offices: readonly string[]
  /** Who sends it. */
  but: string | null
  at: Date
}

/**
 * The nearest office with somebody who can have it, and all of them, held until the transaction ends.
 * @returns undefined where nobody can
 */
export async function findReceivers(deps: Deps, tx: Tx, sought: Sought): Promise<Receivers | undefined> {
  const { caseId, kind, offices, but, at } = sought
  const all = await store.receiversAt(tx, offices, roleOf[kind], but)
  for (const office of new Set(all.map((one) => one.office))) {
    const there = all.filter((one) => one.office === office).map(({ accountId }) => accountId)
    const accountIds = await freeAmong(deps, tx, there, { caseId, office, roles: [roleOf[kind]], at })
    if (accountIds.length > 0) return { office, accountIds }
  }
  return undefined
}

export const officesOf = (community: string): string[] => officesFrom(community)

/** The badge under which somebody receives this kind at this office; undefined for everybody else. */
export const receiverBadge = (
  grants: readonly GrantFact[],
  { kind, office }: { kind: ReferralKind; office: string },
): string | undefined =>
  grants.find(({ role, division }) => role === roleOf[kind] && division === office)?.displayName

/** What waits for somebody's receipt: number and what comes with it, and not a word. */
export interface Handed {
  id: string
  caseId: string
  kind: ReferralKind
  parts: HandedPart[]
  dueAt: Date
  number: string
  community: string
  createdAt: Date
  urgent: boolean
}

/** In the order in which it is due; what somebody is barred from is not in it. */
export async function handedFor(
  deps: Deps,
  accountId: string,
  grants: readonly GrantFact[],
): Promise<Handed[]> {
  const pairs = grants.flatMap(({ role, division }) =>
    Object.entries(roleOf).flatMap(([kind, wanted]) => (wanted === role ? [{ kind, division }] : [])),
  )
  if (pairs.length === 0) return []
  const rows = await store.handedTo(deps.db.statement, accountId, {
    offices: pairs.map(({ division }) => division),
    kinds: pairs.map(({ kind }) => kind),
    now: deps.clock.now(),
  })
  const barred = await barredCases(
    deps,
    accountId,
    rows.map(({ caseId }) => caseId),
  )
  return rows.filter(({ caseId }) => !barred.has(caseId))
}
