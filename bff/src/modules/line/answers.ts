/**
 * The promise: an offer is answered once, in time, by its person; siblings who wait together are answered for together.
 * What is not wanted goes to the next in the same transaction. It locks in the order of docs/locks.md.
 */
import type { CaseDetail } from '@linli/contracts/cases'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { advance, type Authorised, authorise, getCase } from '../cases/service'
import { forgetRanks } from './ranks'
import type { Line, LineResource, Resources } from './resource'
import { settle } from './settle'
import { findEntry, heldTogether, isOfferOver, lockLine, markEnded } from './store'
import { lineOfCase } from './read-store'

export type LineAnswer = 'accept' | 'decline' | 'leave'

interface Asked {
  id: string
  action: LineAnswer
}

/** @throws Problem the codes of the contracts acceptOffer, declineOffer, leaveLine */
export async function answer(
  deps: Deps,
  resources: Resources,
  who: Who,
  idempotency: Idempotency,
  asked: Asked,
): Promise<CaseDetail> {
  const lineId = await lineOfCase(deps.db, asked.id)
  const line = await deps.db.transaction(async (tx) => {
    const at = deps.clock.now()
    if (await claim(tx, idempotency, asked.id, at)) return undefined
    const locked = lineId && (await lockLine(tx, lineId))
    const all = await authoriseAll(deps, tx, who, asked, at)
    if (!locked) throw new Problem('action_not_open')
    const resource = resources[locked.kind]
    await move(deps, tx, { resource, line: locked, action: asked.action }, all, at)
    return locked
  })
  if (line) {
    resources[line.kind].changed(deps, line)
    forgetRanks(deps, line.id)
  }
  return getCase(deps, who, asked.id)
}

async function authoriseAll(
  deps: Deps,
  tx: Tx,
  who: Who,
  { id, action }: Asked,
  at: Date,
): Promise<Authorised[]> {
  const all = [await mayAnswer(deps, tx, who, { id, action }, at)]
  if (action === 'leave') return all
  for (const { caseId } of await heldTogether(tx, id))
    all.push(
      await mayAnswer(deps, tx, who, { id: caseId, action }, at).catch((error: unknown) => {
        // A sibling whose guardian this is not: the offer is for all of them, so somebody else answers.
        if (error instanceof Problem && error.code === 'not_found') throw new Problem('not_allowed')
        throw error
      }),
    )
  return all
}

/** @throws Problem as `authorise` does; offer_over where there was an offer, and its time has passed */
const mayAnswer = (deps: Deps, tx: Tx, who: Who, asked: Asked, at: Date): Promise<Authorised> =>
  authorise(deps, tx, who, { ...asked, note: null }, at).catch(async (error: unknown) => {
    const isLate = error instanceof Problem && error.code === 'action_not_open' && asked.action !== 'leave'
    throw isLate && (await isOfferOver(tx, asked.id)) ? new Problem('offer_over') : error
  })

async function move(
  deps: Deps,
  tx: Tx,
  { resource, line, action }: { resource: LineResource; line: Line; action: LineAnswer },
  all: readonly Authorised[],
  at: Date,
): Promise<void> {
  for (const each of all) {
    const change = action === 'accept' ? await resource.accepting?.(tx, each, at) : undefined
    await advance(deps, tx, [each], { at, ...(change && { change }) })
  }
  await markEnded(
    tx,
    all.map(({ row }) => row.id),
    at,
  )
  if (action !== 'accept') await passOn(deps, tx, resource, line, all, at)
}

/** What was held is free, and a group that grew smaller may fit: the line is looked through at once. */
async function passOn(
  deps: Deps,
  tx: Tx,
  resource: LineResource,
  line: Line,
  all: readonly Authorised[],
  at: Date,
): Promise<void> {
  const freed = []
  for (const { row } of all) {
    const entry = row.state === 'held' && (await findEntry(tx, row.id))
    if (entry) freed.push(entry)
  }
  if (freed.length > 0) await resource.release(tx, line, freed, at)
  await settle(deps, tx, resource, line.id, at)
}
