/** The promise: erased is erased: at once, everywhere, with a proof that says so and nothing else. */
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { proveErasure } from '../../platform/erasure'
import { claim, type Intent } from '../../platform/once'
import { Problem } from '../../platform/problem'
import { eraseWordsAbout } from '../ratings/service'
import { erasedAt, eraseEverything } from './erasure-store'
import { lockOwn } from './family'
import type { ChildPorts } from './service'

/** Everything that is kept of a child, and what was written of its care. @returns how many fields went, by tag */
export async function eraseWhole(tx: Tx, id: string, at: Date) {
  const known = await eraseEverything(tx, id, at)
  return { ...known, contact: known.contact + (await eraseWordsAbout(tx, id)) }
}

/** @throws Problem not_found, guardian_not_verified */
export async function eraseChild(
  deps: Deps,
  ports: ChildPorts,
  who: Who,
  intent: Intent,
  id: string,
): Promise<Date> {
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, intent, id, at)) return (await erasedAt(tx, id)) ?? notFound()
    await lockOwn(tx, who, id)
    await ports.leaveEverything(deps, tx, who, id, at)
    await proveErasure(tx, { aboutId: id, cause: 'asked', fields: await eraseWhole(tx, id, at), at })
    return at
  })
}

function notFound(): never {
  throw new Problem('not_found')
}
