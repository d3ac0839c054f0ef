/** The promise: a child is read and decided about by its guardians, of whom staff know, and by nobody else. */
import type { Child, ChildSummary } from '@linli/contracts/children'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { dayOf } from '../../platform/shanghai'
import { type DoorShown, doorShown, isBarredSelf } from './bars'
import { decisionsOf } from './history-store'
import { peopleOf } from './pickup-store'
import { linkOf, mayBar, mayDecide } from './policy'
import { childOf, summaryOf } from './present'
import { isConsented } from './rules'
import type { ChildRow, LinkRow } from './row'
import { childrenOfAccount, findChild, lockChild } from './store'

export async function listChildren({ db, clock }: Deps, who: Who): Promise<ChildSummary[]> {
  const rows = await childrenOfAccount(db, who.accountId, clock.now())
  return rows.map((row) => summaryOf(row, who.accountId))
}

type Reading = Pick<Deps, 'db' | 'clock'>

/** @throws Problem not_found for everybody but its guardians, known to staff or not */
export async function ownChild({ db, clock }: Reading, who: Who, id: string): Promise<ChildRow> {
  const row = await findChild(db, id, clock.now())
  if (!row || !linkOf(row.links, who.accountId)) throw new Problem('not_found')
  return row
}

/** For everything that is tagged. @throws Problem not_found, guardian_not_verified, child_frozen */
export async function readableChild(deps: Reading, who: Who, id: string): Promise<ChildRow> {
  const row = await ownChild(deps, who, id)
  const link = linkOf(row.links, who.accountId)
  if (!link || !mayDecide(link, row)) throw new Problem('guardian_not_verified')
  if (row.freeze) throw new Problem('child_frozen')
  return row
}

/** Those of whom the reader may read everything that is tagged. */
export async function readableChildren({ db, clock }: Reading, who: Who): Promise<ChildRow[]> {
  const rows = await childrenOfAccount(db, who.accountId, clock.now())
  return rows.filter((row) => {
    const link = linkOf(row.links, who.accountId)
    return link !== undefined && mayDecide(link, row) && !row.freeze
  })
}

/** @throws Problem not_found, guardian_not_verified, child_frozen */
export async function getChild(deps: Deps, who: Who, id: string): Promise<Child> {
  const row = await readableChild(deps, who, id)
  const at = deps.clock.now()
  const [people, decisions] = await Promise.all([
    peopleOf(deps.db, [id], dayOf(at)),
    decisionsOf(deps.db, id),
  ])
  return childOf(row, { people, decisions }, { accountId: who.accountId, at }, deps.cipher)
}

/** Whom the reader may see of those who were recognised at the door. */
export async function doorShownTo(
  { db, clock, cipher }: Pick<Deps, 'db' | 'clock' | 'cipher'>,
  row: ChildRow,
  accountId: string,
): Promise<DoorShown> {
  return doorShown(cipher, row, await peopleOf(db, [row.id], dayOf(clock.now())), accountId)
}

/** To a guardian who is barred themselves nothing is shown that was read because of a bar. */
export async function isBarredReader(
  { db, clock, cipher }: Pick<Deps, 'db' | 'clock' | 'cipher'>,
  row: ChildRow,
  accountId: string,
): Promise<boolean> {
  return isBarredSelf(cipher, row, await peopleOf(db, [row.id], dayOf(clock.now())), accountId)
}

export interface Locked {
  row: ChildRow
  link: LinkRow
}

/** What keeps a child safe waits for nothing. */
export interface Leave {
  /** Also while the child is frozen. */
  frozen?: boolean
  /** To keep somebody away: whom staff have known is enough, whoever was known anew since. */
  bars?: boolean
}

/**
 * Locks a child for a guardian who may decide about it.
 * @throws Problem not_found, guardian_not_verified, child_frozen
 */
export async function lockOwn(
  tx: Tx,
  who: Who,
  id: string,
  at: Date,
  { frozen = false, bars = false }: Leave = {},
): Promise<Locked> {
  const row = await lockChild(tx, id, at)
  const link = row && linkOf(row.links, who.accountId)
  if (!row || !link) throw new Problem('not_found')
  if (!(bars ? mayBar(link) : mayDecide(link, row))) throw new Problem('guardian_not_verified')
  if (row.freeze && !frozen) throw new Problem('child_frozen')
  return { row, link }
}

/** The same for a write that adds to what is kept. @throws Problem consent_needed, and those of `lockOwn` */
export async function lockConsented(
  tx: Tx,
  who: Who,
  id: string,
  at: Date,
  leave: Leave = {},
): Promise<Locked> {
  const locked = await lockOwn(tx, who, id, at, leave)
  if (!isConsented(locked.row.consent)) throw new Problem('consent_needed')
  return locked
}
