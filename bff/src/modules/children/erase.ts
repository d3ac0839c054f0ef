/** The promise: erased is erased: everywhere, with a proof that says so and nothing else. */
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { proveErasure } from '../../platform/erasure'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { eraseWhole } from './erase-whole'
import { erasedAt } from './erasure-store'
import { lockOwn } from './family'
import { finishDue, freeze } from './freezes'
import { isShared } from './policy'
import type { ChildPorts } from './service'
import { lockChild } from './store'
import { tellOthers } from './tell'

export interface Erasing {
  erasedAt: string | null
  /** With two guardians: when it will be. */
  finalAt: string | null
}

/** @throws Problem not_found, guardian_not_verified, child_frozen, freeze_was_stopped */
export async function eraseChild(
  deps: Deps,
  ports: ChildPorts,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<Erasing> {
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return asBefore(tx, id)
    await finishDue(deps, ports, tx, id, at)
    const { row } = await lockOwn(tx, who, id, at)
    if (isShared(row)) {
      const asked = { what: 'erase', version: row.consent?.version ?? 0, by: who.accountId, at } as const
      return { erasedAt: null, finalAt: (await freeze(deps, tx, row, asked)).toISOString() }
    }
    await ports.leaveEverything(deps, tx, who, id, at)
    await tellOthers(deps, tx, row, { kind: 'guardian_child_erased', by: who.accountId, at })
    await proveErasure(tx, { aboutId: id, cause: 'asked', fields: await eraseWhole(tx, id, at), at })
    return { erasedAt: at.toISOString(), finalAt: null }
  })
}

/** For whoever asks again because the answer was lost. */
async function asBefore(tx: Tx, id: string): Promise<Erasing> {
  const gone = await erasedAt(tx, id)
  if (gone) return { erasedAt: gone.toISOString(), finalAt: null }
  const row = await lockChild(tx, id)
  if (row?.freeze?.what !== 'erase') throw new Problem('not_found')
  return { erasedAt: null, finalAt: new Date(row.freeze.finalAt).toISOString() }
}
