/**
 * The promise: each call to a person is on record and theirs to see; after three in vain the community is asked to bring
 * word, of which it learns nothing but to whom.
 */
import type { ConsultationDetail } from '@linli/contracts/consultation-case'
import type { AttemptOutcome } from '@linli/contracts/consultation-thread'
import { officesFrom } from '@linli/contracts/ladder'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import { claim, type Idempotency } from '../../../platform/idempotency'
import type { Tx } from '../../../platform/db'
import { Problem } from '../../../platform/problem'
import {
  advance,
  type Authorised,
  authorise,
  authoriseMany,
  capacityIn,
  insertAccess,
  stateNow,
} from '../../cases/service'
import { contactOf, nearestWith } from '../../identity/service'
import { notify } from '../../notices/service'
import { consultationKind } from '../kind'
import { bringBack } from '../referral/back'
import { consultationOf } from '../service'
import * as store from './store'

/** Calls in vain after which somebody is asked to go. */
const callsBeforeVisit = 3

/** @throws Problem not_found, not_allowed, action_not_open (no number, or called in vain three times), idempotency_key_reused */
export async function recordAttempt(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, outcome }: { id: string; outcome: AttemptOutcome },
): Promise<ConsultationDetail> {
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    await bringBack(deps, tx, id, at)
    const asked = { id, action: 'attempt', note: null, type: 'consultation' }
    const authorised = await authorise(deps, tx, who, asked, at)
    const byName = authorised.by.actorName ?? ''
    const attempt = { id: deps.ids.id(), caseId: id, byId: who.accountId, byName, outcome, at }
    const stood = await store.insertAttempt(tx, attempt)
    await advance(deps, tx, [authorised], { at })
    if (outcome === 'spoke') await store.endVisits(tx, id, at)
    if (stood && stood.inVain >= callsBeforeVisit && !stood.unnamed)
      await askForVisit(deps, tx, authorised, { attemptN: stood.n, at })
  })
  return consultationOf(deps, who, id)
}

/** Staff and grid workers hear that there is somebody to go to; their notice names no case. */
async function askForVisit(
  deps: Deps,
  tx: Tx,
  { row, by }: Authorised,
  { attemptN, at }: { attemptN: number; at: Date },
): Promise<void> {
  const id = deps.ids.id()
  if (!(await store.insertVisit(tx, { id, caseId: row.id, attemptN, at }))) return
  const visiting = await authoriseMany(deps, tx, [row.id], { action: 'visit', by, unasked: true }, at)
  await advance(deps, tx, visiting, { at })
  const told = await nearestWith(tx, officesFrom(row.community), ['staff', 'grid_worker'])
  for (const accountId of told.filter((one) => one !== row.subjectId))
    await notify(tx, {
      id: deps.ids.id(),
      eventKey: `${id}/visit/${accountId}`,
      accountId,
      caseId: null,
      kind: 'case_visit',
      at,
      deliverAt: at,
    })
}

/**
 * The number of an open case, for whoever works on it, where its person said that they may be called and that was handed on.
 * @throws Problem not_found (everybody else), contact_not_justified
 */
export async function readPersonsPhone(deps: Deps, who: Who, id: string): Promise<{ phone: string | null }> {
  const found = await capacityIn(deps, who, id)
  if (found?.row.type !== consultationKind.type || found.reader !== 'staff') throw new Problem('not_found')
  const [at, { row, badge }] = [deps.clock.now(), found]
  const reach = await store.reachOf(deps.db.statement, id)
  const isOpen = consultationKind.states[stateNow(row, consultationKind, at)]?.is === 'open'
  if (!isOpen || reach?.reach !== 'phone' || !reach.parts.includes('phone'))
    throw new Problem('contact_not_justified')
  await insertAccess(deps.db, {
    id: deps.ids.id(),
    subjectId: row.subjectId,
    readerId: who.accountId,
    readerName: badge,
    tag: 'contact',
    caseId: id,
    at,
  })
  return { phone: (await contactOf(deps, row.subjectId)).phone }
}
