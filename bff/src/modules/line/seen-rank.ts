/** Where somebody stands in a line, as it was a moment ago. */
import type { Deps } from '../../deps'
import { rankOf, type SeenRank } from './ranks'
import { placeFacts, type PlaceFacts, rankAmongRivals } from './read-store'

export async function seenRank(
  deps: Deps,
  caseId: string,
  { kind, lineId, state }: PlaceFacts,
): Promise<SeenRank> {
  if (kind !== 'room') return rankOf(deps, lineId, caseId, state === 'waiting')
  const asOf = deps.clock.now()
  return { ...(await rankAmongRivals(deps.db, caseId, asOf)), asOf }
}

/** Of a case of the reader's, 1 is next; null where it does not wait any more, or will not by the clock. */
export async function placeNow(deps: Deps, caseId: string): Promise<number | null> {
  const facts = await placeFacts(deps.db, caseId, deps.clock.now())
  if (!facts || facts.state !== 'waiting' || facts.isDue) return null
  return (await seenRank(deps, caseId, facts)).position
}
