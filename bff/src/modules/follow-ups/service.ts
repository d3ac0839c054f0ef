/**
 * The promise: a bad grade opens one follow-up in the transaction of its rating, and only the rater's word or a review by
 * another unit ends it: never the unit that was rated, never the clock (docs/product.md › Ratings).
 */
import { divisionAt } from '@linli/contracts/ladder'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { transitionFor } from '../cases/service'
import { settingsInside } from '../divisions/service'
import { divisionToHandle } from './audience-store'
import { carryOut, judged, lockFollowUp } from './move'
import { deadlines } from './rules'
import { insertFollowUp } from './store'
import { tellOpened } from './tell'

export { readFollowUp } from './read'
export { involved } from './store'

export interface Opening {
  ratingId: string
  ratedCaseId: string
  raterId: string
  community: string
  /** The rater agreed that the unit learns who it was. */
  named: boolean
  /** What was rated is read by its person and by whoever works on it alone. */
  confidential: boolean
  at: Date
}

/** In the transaction that writes the rating. @returns the id of the new case */
export async function openFollowUp(deps: Deps, tx: Tx, f: Opening): Promise<string> {
  const { ratingId, raterId, community, named, confidential, at } = f
  const id = deps.ids.id()
  const handledBy = await divisionToHandle(tx, ratingId, divisionAt('township', community))
  const { contactDue, rectifyDue, stopAt } = deadlines(at, await settingsInside(tx, community))
  // Whom nobody may know, nobody can call: what was bad is put right at once, and the rater reads of it in the app.
  const first =
    confidential && !named
      ? ({ state: 'rectifying', dueAt: rectifyDue } as const)
      : ({ state: 'contacting', dueAt: contactDue } as const)
  const about = { id, raterId, community, handledBy, confidential }
  await insertFollowUp(tx, { ...about, ratingId, named, at, rectifyDue, stopAt, ...first })
  await tellOpened(deps, tx, { ...about, namedAt: named ? at : null }, at)
  return id
}

export interface Verdict {
  followUpId: string
  raterId: string
  satisfied: boolean
  at: Date
}

/**
 * The second verdict, inside the transaction of whoever claimed the key and writes the words.
 * @throws Problem not_found (not this rater's), action_not_open
 */
export async function giveVerdict(deps: Deps, tx: Tx, v: Verdict): Promise<void> {
  const row = await lockFollowUp(tx, v.followUpId, v.raterId)
  if (row?.raterId !== v.raterId) throw new Problem('not_found')
  const action = v.satisfied ? 'approve' : 'object'
  const transition = transitionFor(judged(row), { action, side: 'party' }, v.at)
  if (!transition) throw new Problem('action_not_open')
  const { to } = transition
  await carryOut(deps, tx, row, {
    action,
    to,
    side: 'party',
    actorId: v.raterId,
    actorName: null,
    note: null,
    at: v.at,
  })
}
