/** The promise: erased is erased: at once, everywhere, with a proof that says so and nothing else. */
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { proveErasure } from '../../platform/erasure'
import { claim, type Intent } from '../../platform/once'
import { Problem } from '../../platform/problem'
import { erasedAt, eraseEverything } from './erasure-store'
import { lockOwn } from './family'
import type { ChildPorts } from './service'

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
    await proveErasure(tx, { aboutId: id, cause: 'asked', fields: await eraseEverything(tx, id, at), at })
    return at
  })
}

function notFound(): never {
  throw new Problem('not_found')
}
