/**
 * The promise: a place that is given back goes to the line in the same transaction, and nobody's case moves without its
 * event. It locks in the order of docs/locks.md.
 */
import type { CaseAction } from '@linli/contracts/case-base'
import type { EnrolmentState } from '@linli/contracts/enrolment-case'
import type { Deps } from '../../../deps'
import type { Who } from '../../../http/context'
import type { Tx } from '../../../platform/db'
import { claim, type Idempotency } from '../../../platform/idempotency'
import { Problem } from '../../../platform/problem'
import {
  advance,
  allowed,
  type Authorised,
  authorise,
  caseWords,
  getCase,
  lockCase,
  seenInside,
} from '../../cases/service'
import { endEntries, lockLine, settle } from '../../line/service'
import { fillIfMissed } from './filling'
import { programmeLine, release } from './line'
import { openOfChild, placeOfCase } from './place-store'
import { forgetProgramme } from '../service'

/**
 * The timeline keeps the reason of staff and no word of a guardian: it outlives the erasure of the child.
 * @throws Problem the codes of the contract `cancelEnrolment`
 */
export async function cancelEnrolment(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  { id, note }: { id: string; note: string | null },
): Promise<{ state: EnrolmentState }> {
  const place = await placeOfCase(deps.db, id)
  if (!place) throw new Problem('not_found')
  await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, id, at)) return
    await lockLine(tx, place.lineId)
    const asked = { id, action: 'cancel', note, type: 'enrolment' }
    const authorised = await authorise(deps, tx, who, asked, at)
    const kept = authorised.by.side === 'staff' ? note : null
    await caseWords(deps, tx, { caseId: id, words: kept, path: 'body.note' })
    await leave(deps, tx, place, authorised, kept, at)
  })
  await fillIfMissed(deps, place)
  forgetProgramme(deps, place.id, place.community)
  const left = await getCase(deps, who, id)
  if (left.type !== 'enrolment') throw new Problem('not_found')
  return { state: left.state }
}

/** Ends a locked case under the lock of its line; what it had is offered to the next. */
async function leave(
  deps: Deps,
  tx: Tx,
  { id, lineId }: { id: string; lineId: string },
  authorised: Authorised,
  note: string | null,
  at: Date,
): Promise<void> {
  const { row } = authorised
  await advance(deps, tx, [authorised], { note, at })
  await endEntries(tx, [row.id], at)
  if (row.state === 'confirmed' || row.state === 'held')
    await release(tx, { id: lineId, programmeId: id }, 1, at)
  if (row.state !== 'entered') await settle(deps, tx, programmeLine, lineId, at)
}

const leaving: Partial<Record<string, CaseAction>> = {
  entered: 'cancel',
  confirmed: 'cancel',
  waiting: 'leave',
  held: 'decline',
}

/**
 * Takes a child out of every programme, line and draw, as its guardian would one by one. Of siblings who wait together
 * the others stay.
 */
export async function leaveEverything(
  deps: Deps,
  tx: Tx,
  who: { accountId: string },
  childId: string,
  at: Date,
): Promise<void> {
  for (const { caseId, ...place } of await openOfChild(tx, childId)) {
    await lockLine(tx, place.lineId)
    const seen = await seenInside(deps, tx, await lockCase(tx, caseId))
    const action = seen && leaving[seen.row.state]
    if (!seen || !action) continue
    const by = { side: 'party' as const, actorId: who.accountId, actorName: null }
    const authorised = allowed(seen, { action, by, unasked: true }, at)
    if (authorised) await leave(deps, tx, place, authorised, null, at)
    forgetProgramme(deps, place.id, place.community)
  }
}
