/**
 * The promise: everybody reads where they stand and why that moved, right at the first look even when nothing has
 * worked for a day: what is over in a line is ended before its place is told, and where that is too much for one look,
 * who is over by the clock reads so all the same.
 */
import type { LinePlace } from '@linli/contracts/line'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import { Problem } from '../../platform/problem'
import { readerOf } from '../cases/policy'
import type { Reader } from '../cases/service'
import { isStaffOf, isSupervisorOf } from '../identity/policy'
import { grantsOf } from '../identity/service'
import { movesSince } from './moves-store'
import { aheadOf, deskEntries, findLineOf, placeFacts, type PlaceFacts } from './read-store'
import type { Resources } from './resource'
import { seenRank } from './seen-rank'
import { settleNow } from './service'

/** @throws Problem not_found for whom the case does not exist, or which never stood in a line */
export async function getLinePlace(
  deps: Deps,
  resources: Resources,
  who: Who,
  caseId: string,
): Promise<LinePlace> {
  const { facts } = await factsFor(deps, resources, who, caseId)
  const { state, heldUntil } = facts
  const { position, total, asOf } = await seenRank(deps, caseId, facts)
  return {
    state,
    position: state === 'waiting' ? position : null,
    total,
    heldUntil: state === 'held' && heldUntil ? heldUntil.toISOString() : null,
    asOf: asOf.toISOString(),
  }
}

export async function getLineHistory(deps: Deps, resources: Resources, who: Who, caseId: string) {
  const { facts, reader } = await factsFor(deps, resources, who, caseId)
  const [ahead, moves] = await Promise.all([
    aheadOf(deps.db, caseId),
    movesSince(deps.db, facts.lineId, facts.joinedAt),
  ])
  return {
    joinedAt: facts.joinedAt.toISOString(),
    score: reader === 'supervisor' ? null : facts.score,
    groupRule: facts.groupRule,
    ahead,
    moves: moves.map(({ caseId: moved, at, ...move }) => ({
      ...move,
      at: at.toISOString(),
      // A supervisor reads no word that anybody wrote.
      reason: reader === 'supervisor' ? '' : move.reason,
      mine: moved === caseId,
    })),
  }
}

async function factsFor(
  deps: Deps,
  resources: Resources,
  who: Who,
  caseId: string,
): Promise<{ facts: PlaceFacts; reader: Reader }> {
  const facts = await placeFacts(deps.db, caseId, deps.clock.now())
  if (!facts) throw new Problem('not_found')
  // Most readers are a party: only for the others do grants matter.
  const readByStaff = deps.kinds.get(facts.type)?.readByStaff === true
  const reader =
    readerOf(facts, who.accountId, [], readByStaff) ??
    readerOf(facts, who.accountId, await grantsOf(deps, who.accountId), readByStaff)
  if (!reader) throw new Problem('not_found')
  if (!facts.isDue) return { facts, reader }
  await settleOnce(deps, resources, facts)
  const settled = await placeFacts(deps.db, caseId, deps.clock.now())
  return { facts: settled ?? facts, reader }
}

/** Of all who look at once in this process, one settles and the others wait for it. */
function settleOnce(deps: Deps, resources: Resources, { lineId, kind }: PlaceFacts): Promise<void> {
  const key = `settle ${lineId}`
  return deps.cache.get(key, 10_000, () =>
    settleNow(deps, resources[kind], lineId).finally(() => deps.cache.drop(key)),
  )
}

/** @throws Problem not_found unless the reader is staff or supervisor of the programme's community */
export async function deskLine(deps: Deps, who: Who, programmeId: string) {
  const [line, grants] = await Promise.all([findLineOf(deps.db, programmeId), grantsOf(deps, who.accountId)])
  const isStaff = line !== undefined && isStaffOf(grants, line.community)
  if (!line || !(isStaff || isSupervisorOf(grants, line.community))) throw new Problem('not_found')
  const rows = line.id ? await deskEntries(deps.db, line.id, deps.clock.now()) : []
  const waiting = rows.filter((row) => row.state === 'waiting')
  return {
    entries: waiting.map(({ caseId, number, score, groupRule, joinedAt, moveProposed }, n) => ({
      caseId,
      number,
      position: n + 1,
      score: isStaff ? score : null,
      groupRule,
      joinedAt: joinedAt.toISOString(),
      moveProposed,
    })),
    held: rows.flatMap(({ caseId, number, state, heldUntil }) =>
      state === 'held' && heldUntil ? [{ caseId, number, heldUntil: heldUntil.toISOString() }] : [],
    ),
  }
}
