/** Who visits in a community, and who stands in while they are away. */
import type { Fault } from '@linli/contracts/problems'
import type { Visitor } from '@linli/contracts/visit-register'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { claim, type Idempotency } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { managesIn } from './policy'
import { type Place, placeOf } from './register'
import * as store from './store'

export const fault = (path: string, code: string, message: string): Fault => ({
  path: `body.${path}`,
  code,
  message,
})

/** @throws Problem invalid_request with all of them, where there is any */
export const refuse = (faults: readonly Fault[]): void => {
  if (faults.length > 0) throw new Problem('invalid_request', undefined, [...faults])
}

/** @throws Problem not_found for whoever does not keep the register */
export function demandManager(place: Place): void {
  if (!managesIn(place.grants, place.community)) throw new Problem('not_found')
}

export const noVisitor = (path: string): Fault => fault(path, 'not_visitor', '请选本社区的工作人员或网格员')

export const worksHere = async (tx: Tx, { community, today }: Place, id: string): Promise<boolean> =>
  (await store.visitorsIn(tx, community, today)).some((one) => one.id === id)

const visitorsOf = async (tx: Tx, { community, today }: Place): Promise<{ visitors: Visitor[] }> => ({
  visitors: (await store.visitorsIn(tx, community, today)).map((row) => ({
    id: row.id,
    name: row.name,
    elders: row.elders,
    cover:
      row.coverId === null
        ? null
        : { id: row.coverId, name: row.coverName ?? '', from: row.coverFrom ?? '', to: row.coverTo ?? '' },
  })),
})

/** @throws Problem not_found */
export const listVisitors = (deps: Deps, who: Who, code: string) =>
  deps.db.transaction(async (tx) => visitorsOf(tx, await placeOf(deps, tx, who, code)))

/** @throws Problem not_found, invalid_request, idempotency_key_reused */
export const coverVisitor = (
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  asked: { community: string; visitor: string; cover: string | null; from: string; to: string },
): Promise<{ visitors: Visitor[] }> =>
  deps.db.transaction(async (tx) => {
    const [at, id] = [deps.clock.now(), deps.ids.id()]
    const place = await placeOf(deps, tx, who, asked.community)
    demandManager(place)
    if ((await claim(tx, idempotency, id, at)) !== undefined) return visitorsOf(tx, place)
    refuse(await faultsOfCover(tx, place, asked))
    const { community, visitor, cover, from, to } = asked
    await store.endCover(tx, community, visitor, at)
    if (cover !== null) {
      const added = { id, community, visitor, cover, from, to, by: who.accountId, at }
      if (!(await store.insertCover(tx, added))) throw new Problem('busy')
    }
    return visitorsOf(tx, place)
  })

async function faultsOfCover(
  tx: Tx,
  place: Place,
  { visitor, cover, from, to }: { visitor: string; cover: string | null; from: string; to: string },
): Promise<Fault[]> {
  const standsIn = cover !== null && cover !== visitor && (await worksHere(tx, place, cover))
  return [
    ...((await worksHere(tx, place, visitor)) ? [] : [noVisitor('visitor')]),
    ...(cover === null || standsIn ? [] : [noVisitor('cover')]),
    ...(cover !== null && to < place.today ? [fault('to', 'to_past', '请选今天或以后的日子')] : []),
    ...(to < from ? [fault('to', 'ends_before_start', '不能早于开始的日子')] : []),
  ]
}
