/** The promise: a consent is as easily taken back as given, and taken back it takes effect at once. */
import type { Child } from '@linli/contracts/children'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { proveErasure } from '../../platform/erasure'
import { claim, type Intent } from '../../platform/once'
import { eraseHealth } from './erasure-store'
import { getChild, lockOwn, mustBeCurrent } from './family'
import type { ChildPorts } from './service'
import { insertConsent, touchChild } from './store'

export interface Decision {
  version: number
  decision: 'granted' | 'refused'
}

/**
 * A refusal erases the health notes and takes the child out of its programmes and lines with the decision, or not at
 * all. What else is known stays for its guardians to read, until they erase it.
 * @throws Problem not_found, guardian_not_verified, consent_outdated
 */
export async function decideConsent(
  deps: Deps,
  ports: ChildPorts,
  who: Who,
  intent: Intent,
  { id, version, decision }: Decision & { id: string },
): Promise<Child> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, intent, id, at)) return
    await lockOwn(tx, who, id)
    mustBeCurrent(version)
    await insertConsent(tx, { childId: id, guardianId: who.accountId, version, decision, at })
    if (decision === 'granted') return touchChild(tx, id, at)
    await ports.leaveEverything(deps, tx, who, id, at)
    await proveErasure(tx, { aboutId: id, cause: 'consent', fields: await eraseHealth(tx, id), at })
  })
  return getChild(deps, who, id)
}
