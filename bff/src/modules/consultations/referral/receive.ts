/** The other side of a referral: whoever receives it says that they have it, or that they do not take it. */
import { forgetRead } from '../assign-store'
import type { ConsultationDetail } from '@linli/contracts/consultation-case'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { claim, type Idempotency } from '../../../platform/idempotency'
import type { Tx } from '../../../platform/db'
import { Problem } from '../../../platform/problem'
import { readOf } from '../../../platform/read'
import { advance, type Authorised, authoriseMany, lockCase } from '../../cases/service'
import { settingsInside } from '../../divisions/service'
import { grantsInside } from '../../identity/service'
import { isFree } from '../assign'
import { answerDue } from '../due'
import { consultationOf } from '../service'
import { toSender } from './back'
import { receiverBadge, roleOf } from './receivers'
import * as store from './store'

/** From now on the receiver reads what was named, and the sender no longer does. @throws Problem not_found, action_not_open, adviser_not_free, idempotency_key_reused */
export async function acknowledgeReferral(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<ConsultationDetail> {
  const caseId = await receiving(deps, who, { idempotency, id, action: 'acknowledge' }, acknowledge)
  return consultationOf(deps, who, caseId)
}

/** It is the sender's again. @throws Problem not_found, action_not_open, idempotency_key_reused */
export async function returnReferral(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<void> {
  await receiving(deps, who, { idempotency, id, action: 'send_back' }, ({ tx, authorised, at }) =>
    toSender(deps, tx, authorised, at),
  )
}

interface Receiving {
  tx: Tx
  referral: store.ReferralRow
  receiver: store.Receiver
  authorised: Authorised
  at: Date
}

async function receiving(
  deps: Deps,
  { accountId }: Who,
  { idempotency, id, action }: { idempotency: Idempotency; id: string; action: string },
  work: (now: Receiving, deps: Deps) => Promise<void>,
): Promise<string> {
  return deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    const known = await claim(tx, idempotency, id, at)
    const seen = await store.referralById(readOf(tx), id)
    // What they are counts once the case is held: whoever lost the office while they waited has nothing to receive.
    if (seen) await lockCase(tx, seen.caseId)
    const badge = seen && receiverBadge(await grantsInside(tx, accountId), seen)
    // What was never sent exists for its two alone.
    if (badge === undefined || seen?.dueAt == null || seen.proposedBy === accountId)
      throw new Problem('not_found')
    if (known) return seen.caseId
    const by = { side: 'staff', actorId: accountId, actorName: badge } as const
    const [authorised] = await authoriseMany(deps, tx, [seen.caseId], { action, by, unasked: true }, at)
    // As it is now that its case is held.
    const referral = await store.referralById(readOf(tx), id)
    const isOpen = referral?.state === 'sent' && referral.dueAt !== null && at < referral.dueAt
    if (authorised?.row.subjectId === accountId) throw new Problem('not_found')
    if (!authorised || !isOpen) throw new Problem('action_not_open')
    await work({ tx, referral, receiver: { accountId, badge }, authorised, at }, deps)
    return seen.caseId
  })
}

async function acknowledge({ tx, referral, receiver, authorised, at }: Receiving, deps: Deps): Promise<void> {
  const { caseId } = referral
  const about = { caseId, office: referral.office, roles: [roleOf[referral.kind]], at }
  if (!(await isFree(deps, tx, receiver.accountId, about))) throw new Problem('adviser_not_free')
  if (!(await store.receive(tx, referral.id, receiver, at))) throw new Problem('action_not_open')
  await store.handOver(tx, referral, receiver, at)
  await forgetRead(tx, referral.caseId)
  const dueAt = answerDue(await settingsInside(tx, authorised.row.community), at)
  await advance(deps, tx, [authorised], { at, change: { dueAt, escalatedAt: null } })
}
