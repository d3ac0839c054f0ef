/** The promise: a consent is as easily taken back as given, and taken back it takes effect at once. */
import type { ChildSummary } from '@linli/contracts/children'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { proveErasure } from '../../platform/erasure'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { eraseHealth } from './erasure-store'
import { lockOwn } from './family'
import { finishDue, freeze } from './freezes'
import { isShared } from './policy'
import { summaryOf } from './present'
import { mustBeCurrent } from './profiles'
import { isConsentVersion } from './rules'
import type { ChildPorts } from './service'
import type { ChildRow } from './row'
import { findChild, insertConsent, touchChild } from './store'
import { tellOthers } from './tell'

export interface Decision {
  version: number
  decision: 'granted' | 'refused'
}

/**
 * A refusal erases the health notes and takes the child out of its programmes and lines with the decision, or not at
 * all; of a child with two guardians whom staff have seen it freezes first. What else is known stays for its guardians to
 * read, until they erase it.
 * @throws Problem not_found, guardian_not_verified, consent_outdated, child_frozen, freeze_was_stopped
 */
export async function decideConsent(
  deps: Deps,
  ports: ChildPorts,
  who: Who,
  idempotency: Idempotency,
  { id, version, decision }: Decision & { id: string },
): Promise<ChildSummary> {
  const at = deps.clock.now()
  await deps.db.transaction(async (tx) => {
    if (await claim(tx, idempotency, id, at)) return
    await finishDue(deps, ports, tx, id, at)
    const { row } = await lockOwn(tx, who, id, at)
    // Taking it back does not wait for new words to be read.
    if (decision === 'granted' || !isConsentVersion(version)) mustBeCurrent(version)
    const by = who.accountId
    if (decision === 'granted') {
      await insertConsent(tx, { childId: id, guardianId: by, version, decision, at })
      await tellOthers(deps, tx, row, { kind: 'guardian_consent_given', by, at })
      return touchChild(tx, id, at)
    }
    if (isShared(row) && row.consent?.decision === 'granted')
      return void (await freeze(deps, tx, row, { what: 'consent', version, by, at }))
    await withdraw(deps, ports, tx, row, { version, by, at })
  })
  const row = await findChild(deps.db, id, at)
  if (!row) throw new Problem('not_found')
  return summaryOf(row, who.accountId)
}

async function withdraw(
  deps: Deps,
  ports: ChildPorts,
  tx: Tx,
  row: ChildRow,
  { version, by, at }: { version: number; by: string; at: Date },
): Promise<void> {
  await insertConsent(tx, { childId: row.id, guardianId: by, version, decision: 'refused', at })
  await ports.leaveEverything(deps, tx, { accountId: by }, row.id, at)
  await tellOthers(deps, tx, row, { kind: 'guardian_consent_withdrawn', by, at })
  await proveErasure(tx, { aboutId: row.id, cause: 'consent', fields: await eraseHealth(tx, row.id), at })
}
