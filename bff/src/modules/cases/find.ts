/**
 * The promise: what staff look for in their division is found as the rows have it; who is found by a telephone or a name
 * reads who looked, and of what one person alone works on nobody is found so.
 */
import type { CaseSummary } from '@linli/contracts/cases'
import type { Deps } from '../../deps'
import { isSameName } from '../../platform/name-form'
import { directory } from '../divisions/service'
import { insertAccess } from './access-store'
import { onDesk } from './desk'
import * as store from './find-store'
import { hydrate } from './hydrate'
import { isConfidential } from './kind'
import { isParty } from './policy'
import { summaryOf } from './present'
import type { CaseRow } from './row'

/** Who looks, and in which division: that they may is decided by whoever asks. */
export interface Looking {
  accountId: string
  badge: string
  division: string
}

/** More open people than these are not opened to find one. */
const mostNames = 1_000

/** @param end of a number without its dashes */
export async function casesByNumber(deps: Deps, { division }: Looking, end: string): Promise<CaseSummary[]> {
  const types = onDesk(deps).map(({ type }) => type)
  return summariesOf(deps, await store.casesByEnd(deps.db, { division, types }, end))
}

export async function casesByPhone(deps: Deps, looking: Looking, phone: string): Promise<CaseSummary[]> {
  const hash = deps.cipher.lookup('phone', phone)
  return told(deps, looking, await store.casesOfPhone(deps.db, scopeOf(deps, looking), hash))
}

/** @returns null where more people have something open than names are compared with */
export async function casesByName(deps: Deps, looking: Looking, name: string): Promise<CaseSummary[] | null> {
  const scope = scopeOf(deps, looking)
  const people = await store.namesOpen(deps.db, scope, mostNames + 1)
  if (people.length > mostNames) return null
  const named = people.filter(({ id, nameEnc }) =>
    isSameName(deps.cipher.decrypt('accounts.name_enc', id, nameEnc), name),
  )
  if (named.length === 0) return []
  const ids = named.map(({ id }) => id)
  return told(deps, looking, await store.openCasesOf(deps.db, scope, ids))
}

/** Of what is read by one person alone, nothing says whose it is. */
const scopeOf = (deps: Deps, { division }: Looking): store.FindScope => ({
  division,
  types: onDesk(deps)
    .filter((kind) => !isConfidential(kind))
    .map(({ type }) => type),
})

/** Each person who was found reads of it; what is the reader's own is not the office's to find. */
async function told(
  deps: Deps,
  { accountId, badge }: Looking,
  rows: readonly (CaseRow & { personId: string })[],
): Promise<CaseSummary[]> {
  const theirs = rows.filter((row) => !isParty(row, accountId))
  const at = deps.clock.now()
  const first = new Map<string, CaseRow>()
  for (const row of theirs) if (!first.has(row.personId)) first.set(row.personId, row)
  for (const [subjectId, row] of first)
    await insertAccess(deps.db, {
      id: deps.ids.id(),
      subjectId,
      readerId: accountId,
      readerName: badge,
      tag: 'contact',
      caseId: row.id,
      at,
    })
  return summariesOf(
    deps,
    theirs.map(({ personId: _, ...row }) => row),
  )
}

/** Cases as a list of staff shows them. */
export async function summariesOf(deps: Deps, rows: readonly CaseRow[]): Promise<CaseSummary[]> {
  const [seen, divisions] = await Promise.all([hydrate(deps, deps.db.statement, rows), directory(deps)])
  return seen.map((one) => summaryOf(one, divisions, deps.clock.now(), false))
}
