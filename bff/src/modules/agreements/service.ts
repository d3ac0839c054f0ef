/**
 * The promise: nobody is signed in without having agreed to the texts that are in effect, by their versions; which words
 * those were stays readable (docs/product.md › Rule 6).
 */
import type { AgreedVersions } from '@linli/contracts/agreed'
import type { OwnAgreements, TextHead, TextKind } from '@linli/contracts/agreements'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { agreesTo, type TextRow } from '../../platform/texts-in-effect'
import { agreementsOf, insertAgreements, latestOf } from './store'

export const headOf = ({ kind, title, version, effectiveAt }: TextRow): TextHead => ({
  kind,
  title,
  version,
  effectiveAt: effectiveAt.toISOString(),
})

/**
 * Records what was ticked, in the transaction that lets the person in. Without a tick it looks whether they agreed before.
 * @throws Problem agreement_needed, with the versions that are in effect
 */
export async function demandAgreement(
  { texts, clock }: Pick<Deps, 'texts' | 'clock'>,
  tx: Tx,
  accountId: string,
  agreed: AgreedVersions | undefined,
): Promise<void> {
  const needed = await texts.toAgree()
  if (agreed?.privacy === needed.privacy && agreed.terms === needed.terms)
    return insertAgreements(tx, accountId, agreed, clock.now())
  if (!agreesTo(await latestOf(tx, accountId), needed))
    throw new Problem('agreement_needed', { agree: needed })
}

/** @throws Problem agreement_needed when other versions are in effect than the ones that were read */
export async function agreeTo(deps: Deps, who: Who, agreed: AgreedVersions): Promise<OwnAgreements> {
  await deps.db.transaction((tx) => demandAgreement(deps, tx, who.accountId, agreed))
  return ownAgreements(deps, who)
}

export async function ownAgreements({ db, texts }: Deps, who: Who): Promise<OwnAgreements> {
  const [rows, held] = await Promise.all([agreementsOf(db, who.accountId), texts.now()])
  const demanded: readonly TextKind[] = ['privacy', 'terms']
  const isNew = ({ kind, version }: TextRow): boolean =>
    !rows.some((row) => row.kind === kind && row.version >= version)
  return {
    agreed: rows.map((row) => ({ ...headOf(row), agreedAt: row.agreedAt.toISOString() })),
    needed: held.filter((row) => demanded.includes(row.kind) && isNew(row)).map(headOf),
  }
}
