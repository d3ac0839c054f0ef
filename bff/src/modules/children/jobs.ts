/**
 * What the clock forgets (docs/product.md › Rule 6): health notes some days after a child's last care, everything about a
 * child that nobody uses, invitations that are over. Each erasure is proved.
 */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { proveErasure } from '../../platform/erasure'
import { dayMs } from '../../platform/shanghai'
import { directory, type Settings } from '../divisions/service'
import { eraseWhole } from './erase-whole'
import { childCommunities, eraseHealth, idleChildren, isIdle, type Term } from './erasure-store'
import { forgetInvitations } from './guardian-store'
import { lockChild } from './store'

const batch = 50

/** @returns how much was forgotten; 0 when nothing is left to forget */
export async function forgetChildren(deps: Deps): Promise<number> {
  const yesterday = new Date(deps.clock.now().getTime() - dayMs)
  return (
    (await forget(deps, 'keep_child_days', false, eraseWhole)) +
    (await forget(deps, 'keep_health_days', true, eraseHealth)) +
    (await forgetInvitations(deps.db, yesterday))
  )
}

/** One child a transaction, looked at again under its lock. */
async function forget(
  deps: Deps,
  setting: keyof Settings & `keep_${string}_days`,
  health: boolean,
  erase: (tx: Tx, id: string, at: Date) => Promise<Record<string, number>>,
): Promise<number> {
  const at = deps.clock.now()
  const terms = await termsOf(deps, setting, at)
  const due = await idleChildren(deps.db, terms, health, batch)
  let erased = 0
  for (const { id } of due)
    erased += await deps.db.transaction(async (tx) => {
      const row = await lockChild(tx, id)
      const before = terms.find((term) => term.community === row?.community)?.before
      if (!row || !before || !(await isIdle(tx, id, before))) return 0
      await proveErasure(tx, { aboutId: id, cause: 'retention', fields: await erase(tx, id, at), at })
      return 1
    })
  return erased
}

async function termsOf(
  deps: Deps,
  setting: keyof Settings & `keep_${string}_days`,
  at: Date,
): Promise<Term[]> {
  const [divisions, communities] = await Promise.all([directory(deps), childCommunities(deps.db)])
  return communities.map(({ community }) => ({
    community,
    before: new Date(at.getTime() - divisions.settings(community)[setting] * dayMs),
  }))
}
