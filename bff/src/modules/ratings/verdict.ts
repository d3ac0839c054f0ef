/** The promise: how a follow-up went is said by the rater alone; with it goes, once, a last word (追评). */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { giveVerdict as recordVerdict } from '../follow-ups/service'
import { contactOf } from '../identity/service'
import { writeSupplement } from './words'
import { lockRatable, ratedByFollowUp } from './store'

export interface Verdict {
  satisfied: boolean
  text?: string | undefined
}

/**
 * The follow-up's row is locked before the right's, as everywhere.
 * @throws Problem not_found, action_not_open, supplement_given, invalid_request (words of what is confidential)
 */
export async function giveVerdict(
  deps: Deps,
  accountId: string,
  idempotency: Idempotency,
  followUpId: string,
  verdict: Verdict,
): Promise<void> {
  const [caseId, { name }] = await Promise.all([
    ratedByFollowUp(deps.db, followUpId, accountId),
    contactOf(deps, accountId),
  ])
  if (!caseId) throw new Problem('not_found')
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, followUpId, at)) return
    const { satisfied } = verdict
    await recordVerdict(deps, tx, { followUpId, raterId: accountId, satisfied, at })
    if (verdict.text !== undefined) await lastWord(deps, tx, { caseId, text: verdict.text, name, at })
  })
}

async function lastWord(
  deps: Deps,
  tx: Tx,
  said: { caseId: string; text: string; name: string | null; at: Date },
): Promise<void> {
  const row = await lockRatable(tx, said.caseId)
  if (!row) throw new Problem('not_found')
  await writeSupplement(deps, tx, { ...said, row })
}
