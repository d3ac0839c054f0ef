/** The promise: what staff must look at twice before they verify a guardian is said to them, and to nobody else. */
import type { LinkWarning } from '@linli/contracts/guardian-desk'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { nameForm } from '../../platform/name-form'
import { alikeIn } from '../../platform/near-names'
import { keptNames, warningFacts } from './desk-store'
import { guardianHashes, isGuardian } from './hashes'
import type { ChildRow, LinkRow } from './row'

/**
 * What must be looked at by a person: the guardian who is or almost is somebody barred from this child, under whichever
 * of its records; another record of one name and birth date; and that another guardian, whom staff have known, waits to
 * be verified anew and reads nothing until then.
 */
export async function warningsOf(
  deps: Deps,
  db: Deps['db'] | Tx,
  row: ChildRow,
  link: LinkRow,
): Promise<LinkWarning[]> {
  const { barred, others } = await warningFacts(db, row.id)
  const self = guardianHashes(deps.cipher, link)
  const names = await namesOf(deps, db, link)
  const isLike = (p: (typeof barred)[number]): boolean => {
    const theirs = deps.cipher.decrypt('pickup_people.name_enc', p.id, p.nameEnc)
    return isGuardian(self, p) || names.some((name) => alikeIn(name, theirs).length > 0)
  }
  return [
    ...(barred.some(isLike) ? (['like_barred'] as const) : []),
    ...(others > 0 ? (['same_child'] as const) : []),
    ...(row.links.some((l) => l.id !== link.id && l.knownAt && !l.verifiedAt)
      ? (['other_waits'] as const)
      : []),
  ]
}

export const nameOf = ({ cipher }: Deps, { accountId, nameEnc }: LinkRow): string | null =>
  nameEnc && cipher.decrypt('accounts.name_enc', accountId, nameEnc)

/** What a guardian is called, and was: one character apart is a slip of the pen, or meant to be one. */
async function namesOf(deps: Deps, db: Deps['db'] | Tx, link: LinkRow): Promise<string[]> {
  const kept = await keptNames(db, link.accountId)
  const now = nameOf(deps, link)
  const were = kept.map(({ id, nameEnc }) => deps.cipher.decrypt('guardian_names.name_enc', id, nameEnc))
  return now === null ? were : [now, ...were]
}

export const isNamed = (deps: Deps, link: LinkRow): boolean => nameForm(nameOf(deps, link) ?? '') !== ''
