/**
 * The promise: the place in a long line costs one look into this process and is at most a second old; whoever has just
 * joined, and whoever looks in the process where something moved, reads it as it is.
 */
import type { Deps } from '../../deps'
import { exactRank, type Rank, ranksOf } from './read-store'

/** How old an answer may be. */
const freshMs = 1_000

export type SeenRank = Rank & { asOf: Date }

const keyOf = (lineId: string): string => `ranks ${lineId}`

export async function rankOf(deps: Deps, lineId: string, caseId: string, waits: boolean): Promise<SeenRank> {
  const { places, asOf } = await deps.cache.get(keyOf(lineId), freshMs, () => placesIn(deps, lineId))
  const position = places.get(caseId)
  // Who just joined is not in a list that was read before.
  if (waits && position === undefined) return exact(deps, caseId)
  return { position: position ?? null, total: places.size, asOf }
}

async function placesIn(
  { db, clock }: Deps,
  lineId: string,
): Promise<{ places: Map<string, number>; asOf: Date }> {
  const asOf = clock.now()
  const ids = await ranksOf(db, lineId, asOf)
  return { places: new Map(ids.map((id, n) => [id, n + 1])), asOf }
}

async function exact({ db, clock }: Deps, caseId: string): Promise<SeenRank> {
  const asOf = clock.now()
  return { ...(await exactRank(db, caseId, asOf)), asOf }
}

/** After something moved: the next look in this process reads the line anew. */
export function forgetRanks({ cache }: Pick<Deps, 'cache'>, lineId: string): void {
  cache.drop(keyOf(lineId))
}
