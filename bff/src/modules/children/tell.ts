/**
 * The promise: each guardian is told at once of what the other does, in the transaction that does it; and whoever is
 * barred never reads of a bar (docs/product.md › Two guardians).
 */
import type { NoticeKind } from '@linli/contracts/notices'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { dayOf } from '../../platform/shanghai'
import { notify } from '../notices/service'
import { guardianHashes, type Hashes, isGuardian } from './hashes'
import { peopleIn } from './pickup-store'
import { isTold, mayDecide } from './policy'
import type { ChildRow, LinkRow } from './row'

export type GuardianNotice = Extract<NoticeKind, `guardian_${string}`>

export interface Told {
  kind: GuardianNotice
  /** Who did it, and knows. */
  by: string
  at: Date
  /** Where it leads whoever decides, instead of to the child. */
  caseId?: string
}

/** Those who read of this child or did before another name of it, without the one who did it. */
export async function tellOthers(deps: Pick<Deps, 'ids'>, tx: Tx, row: ChildRow, told: Told): Promise<void> {
  const event = deps.ids.id()
  for (const link of row.links.filter(({ accountId }) => accountId !== told.by)) {
    const caseId = mayDecide(link, row) ? told.caseId : undefined
    if (isTold(link, row)) await tell(deps, tx, row.id, link.accountId, { ...told, caseId, event })
  }
}

/**
 * The same of a bar: nobody who is barred from this child themselves reads that there is one.
 * @param bar the one that is set or lifted, which the list may not have yet or not any more
 */
export async function tellOfBar(
  deps: Pick<Deps, 'ids' | 'cipher'>,
  tx: Tx,
  row: ChildRow,
  bar: Hashes,
  told: Told,
): Promise<void> {
  const people = await peopleIn(tx, row.id, dayOf(told.at))
  const barred: Hashes[] = [bar, ...people.filter((p) => p.kind === 'barred')]
  const isBarred = (link: LinkRow): boolean => {
    const self = guardianHashes(deps.cipher, link)
    return barred.some((p) => isGuardian(self, p))
  }
  await tellOthers(deps, tx, { ...row, links: row.links.filter((link) => !isBarred(link)) }, told)
}

export async function tellAccounts(
  deps: Pick<Deps, 'ids'>,
  tx: Tx,
  childId: string,
  accounts: readonly string[],
  told: Omit<Told, 'by' | 'caseId'>,
): Promise<void> {
  const event = deps.ids.id()
  for (const accountId of accounts) await tell(deps, tx, childId, accountId, { ...told, event })
}

const tell = (
  deps: Pick<Deps, 'ids'>,
  tx: Tx,
  childId: string,
  accountId: string,
  { kind, at, caseId, event }: Omit<Told, 'by' | 'caseId'> & { caseId?: string | undefined; event: string },
): Promise<void> =>
  notify(tx, {
    id: deps.ids.id(),
    eventKey: `child/${event}/${kind}/${accountId}`,
    accountId,
    caseId: caseId ?? null,
    childId,
    kind,
    at,
    deliverAt: at,
  })
