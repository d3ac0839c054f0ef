/**
 * The promise: nothing is handed over but what its person agreed to, to an office that says in time that it has it, or it
 * comes back; one works on it at every moment, and each step is written with all that follows from it or not at all.
 */
import type { ConsultationDetail } from '@linli/contracts/consultation-case'
import type { HandedPart, ReferralKind } from '@linli/contracts/consultation-thread'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { claim, type Idempotency } from '../../../platform/idempotency'
import type { Tx } from '../../../platform/db'
import { Problem } from '../../../platform/problem'
import { readOf } from '../../../platform/read'
import { advance, authorise } from '../../cases/service'
import { settingsInside } from '../../divisions/service'
import { receiptDue } from '../due'
import { tell } from '../moved'
import { consultationOf } from '../service'
import { authoriseStep } from '../step'
import { bringBack } from './back'
import { findReceivers, officesOf } from './receivers'
import * as store from './store'

export interface Proposed {
  id: string
  kind: ReferralKind
  parts: readonly HandedPart[]
}

/** @throws Problem not_found, not_allowed, action_not_open, nobody_to_refer_to, idempotency_key_reused */
export async function proposeReferral(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, kind, parts }: Proposed,
): Promise<ConsultationDetail> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    await bringBack(deps, tx, id, at)
    const asked = { id, action: 'propose_referral', note: null, type: 'consultation' }
    const authorised = await authorise(deps, tx, who, asked, at)
    const sought = { caseId: id, kind, offices: officesOf(authorised.row.community), but: who.accountId, at }
    const found = await findReceivers(deps, tx, sought)
    if (!found) throw new Problem('nobody_to_refer_to')
    const referral = { id: deps.ids.id(), caseId: id, kind, parts, office: found.office }
    await store.insertReferral(tx, { ...referral, proposedBy: who.accountId, at })
    await advance(deps, tx, [authorised], { at })
  })
  return consultationOf(deps, who, id)
}

/** @throws Problem not_found, not_allowed, action_not_open, nobody_to_refer_to, idempotency_key_reused */
export const consentReferral = (deps: Deps, who: Who, idempotency: Idempotency, id: string) =>
  decide(deps, who, idempotency, id, 'consent')

/** @throws Problem not_found, not_allowed, action_not_open, idempotency_key_reused */
export const declineReferral = (deps: Deps, who: Who, idempotency: Idempotency, id: string) =>
  decide(deps, who, idempotency, id, 'decline')

async function decide(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
  action: 'consent' | 'decline',
): Promise<ConsultationDetail> {
  const caseId = await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const known = await claim(tx, idempotency, id, at)
    const seen = await store.referralById(readOf(tx), id)
    if (!seen) throw new Problem('not_found')
    if (known) return seen.caseId
    const authorised = await authoriseStep(deps, tx, who, { id: seen.caseId, action }, at)
    // As it is now that its case is held.
    const referral = await store.referralById(readOf(tx), id)
    if (referral?.state !== 'proposed') throw new Problem('action_not_open')
    if (action === 'consent') {
      const dueAt = receiptDue(await settingsInside(tx, authorised.row.community), at)
      await send(deps, tx, referral, dueAt, at)
      await advance(deps, tx, [authorised], { at, change: { dueAt, lapsesAt: dueAt, escalatedAt: null } })
    } else {
      await store.endReferral(tx, seen.caseId, { from: ['proposed'], to: 'declined', at })
      await advance(deps, tx, [authorised], { at })
    }
    return seen.caseId
  })
  return consultationOf(deps, who, caseId)
}

/** To the office that was named, if somebody there can still have it. @throws Problem nobody_to_refer_to */
async function send(
  deps: Deps,
  tx: Tx,
  { id, caseId, kind, office, proposedBy }: store.ReferralRow,
  dueAt: Date,
  at: Date,
): Promise<void> {
  const found = await findReceivers(deps, tx, { caseId, kind, offices: [office], but: proposedBy, at })
  if (!found) throw new Problem('nobody_to_refer_to')
  await store.sendReferral(tx, id, dueAt)
  for (const accountId of found.accountIds)
    await tell(deps, tx, { caseId, accountId, kind: 'case_referred', event: id, at })
}
