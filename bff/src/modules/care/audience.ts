/** The promise: who must not know that somebody looks out for them is never among those who are told. */
import { officesAbove, officesFrom } from '@linli/contracts/ladder'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { personHash } from '../children/service'
import { nearestWith } from '../identity/service'
import { accountsWith, type AccountRow, guardiansToTell, leadersOf } from './audience-store'
import { isBarredAs } from './pick-up/pickup-rules'
import { peopleOf } from './pick-up/pickup-store'

export type Workers = 'leaders' | 'staff' | 'township'

interface Where {
  programmeId: string
  community: string
  /** Day of the session in Shanghai. */
  day: string
}

/** Leaders of the day, or the nearest who work for the community or above it. */
export async function workersOf(
  tx: Tx,
  audience: Workers,
  { programmeId, community, day }: Where,
): Promise<string[]> {
  if (audience === 'staff') return nearestWith(tx, officesFrom(community), ['staff', 'grid_worker'])
  if (audience === 'township') return nearestWith(tx, officesAbove(community), ['supervisor', 'staff'])
  return (await leadersOf(tx, programmeId, day)).map(({ accountId }) => accountId)
}

/** Those of these accounts who are not barred from the child. */
export async function notBarred(
  deps: Deps,
  tx: Tx,
  childId: string,
  accountIds: readonly string[],
): Promise<string[]> {
  if (accountIds.length === 0) return []
  const barred = await barredAmong(deps, tx, childId, await accountsWith(tx, accountIds))
  return accountIds.filter((id) => !barred.includes(id))
}

/** Is this person barred from the child themselves? Then what was seen at the door is not for them. */
export async function isBarredFrom(deps: Deps, tx: Tx, childId: string, accountId: string): Promise<boolean> {
  return (await notBarred(deps, tx, childId, [accountId])).length === 0
}

/** Guardians as they are now, and which of them are barred. */
export async function guardiansTold(
  deps: Deps,
  tx: Tx,
  childId: string,
): Promise<{ all: string[]; notBarred: string[] }> {
  const guardians = await guardiansToTell(tx, childId)
  const barred = await barredAmong(deps, tx, childId, guardians)
  const all = guardians.map((g) => g.accountId)
  return { all, notBarred: all.filter((id) => !barred.includes(id)) }
}

async function barredAmong(
  { cipher }: Deps,
  tx: Tx,
  childId: string,
  accounts: readonly AccountRow[],
): Promise<string[]> {
  const barred = (await peopleOf(tx, childId)).filter((p) => p.kind === 'barred')
  if (barred.length === 0) return []
  const hashOf = ({ accountId, nameEnc }: AccountRow): string | null =>
    nameEnc
      ? personHash(cipher, cipher.decrypt('accounts.name_enc', accountId, nameEnc)).toString('hex')
      : null
  return accounts
    .filter((a) => isBarredAs([{ nameHash: hashOf(a), phoneHash: a.phoneHash }, ...a.known], barred))
    .map((a) => a.accountId)
}
