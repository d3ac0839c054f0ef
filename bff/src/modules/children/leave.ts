/**
 * The promise: whoever leaves takes no child along for whom another guardian decides, and leaves none behind for whom
 * nobody does (docs/accounts.md › Leaving).
 */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { proveErasure } from '../../platform/erasure'
import { eraseWhole } from './erase-whole'
import { stopOwnFreeze } from './freezes'
import { endLink, linkedChildren } from './guardian-store'
import { linkOf, mayDecide } from './policy'
import { endAllowedBy } from './pickup-store'
import type { ChildPorts } from './service'
import type { ChildRow } from './row'
import { childrenIn, lockChild } from './store'
import { tellAccounts, tellOthers } from './tell'

/** `nobody`: there is another guardian, whom staff do not know, and who would not decide. */
export interface Parting {
  id: string
  nickname: string
  fate: 'erased' | 'stays' | 'nobody'
}

/** The family as it is without one of its guardians. */
const without = (row: ChildRow, accountId: string): ChildRow => ({
  ...row,
  links: row.links.filter((link) => link.accountId !== accountId),
})

function fateOf(row: ChildRow, accountId: string): Parting['fate'] {
  const rest = without(row, accountId)
  if (rest.links.length === 0) return 'erased'
  return rest.links.some((link) => mayDecide(link, rest)) ? 'stays' : 'nobody'
}

/** What would become of each child of a guardian who leaves. */
export async function partingsOf(tx: Tx, accountId: string): Promise<Parting[]> {
  const rows = await childrenIn(tx, await linkedChildren(tx, accountId))
  return rows.map((row) => ({ id: row.id, nickname: row.nickname, fate: fateOf(row, accountId) }))
}

/** Ends every guardianship of whoever leaves, child by child in the order of their ids; each child's row is locked. */
export async function partFromChildren(
  deps: Deps,
  ports: ChildPorts,
  tx: Tx,
  accountId: string,
  at: Date,
): Promise<void> {
  for (const id of await linkedChildren(tx, accountId)) {
    const row = await lockChild(tx, id)
    const link = row && linkOf(row.links, accountId)
    if (!row || !link) continue
    const rest = without(row, accountId)
    // Whoever came after the mark and is not known to staff is no reason to keep a child for whom nobody decides.
    if (fateOf(row, accountId) !== 'stays') {
      const others = rest.links.map((other) => other.accountId)
      await tellAccounts(deps, tx, id, others, { kind: 'guardian_child_erased', at })
      await ports.leaveEverything(deps, tx, { accountId }, id, at)
      await proveErasure(tx, { aboutId: id, cause: 'left', fields: await eraseWhole(tx, id, at), at })
      continue
    }
    await endLink(tx, link.id, { at, by: accountId, reason: null })
    await endAllowedBy(tx, id, accountId, at)
    await stopOwnFreeze(deps, tx, row, { target: link, by: accountId, at })
    await tellOthers(deps, tx, rest, { kind: 'guardian_ended', by: accountId, at })
  }
}
