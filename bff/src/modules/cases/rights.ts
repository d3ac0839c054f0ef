/** The promise: a finished case creates one right to rate it (docs/product.md › Rule 1), and nothing else does. */
import type { Tx } from '../../platform/db'
import { sqlState } from '../../platform/db-errors'
import { Problem } from '../../platform/problem'
import { addDays, dayOf, dayMs, instantAt } from '../../platform/shanghai'
import { settingsInside } from '../divisions/service'
import type { Move } from './kind'
import { deleteRight, deleteUnusedRight, insertRight } from './rights-store'

export async function grantRight(tx: Tx, moves: readonly Move[]): Promise<void> {
  for (const { row, kind, to, at } of moves) {
    const settings = await settingsInside(tx, row.community)
    const after = (days: number): Date => new Date(at.getTime() + days * dayMs)
    await insertRight(tx, {
      caseId: row.id,
      service: row.type,
      community: row.community,
      refused: kind.states[to]?.refused === true,
      finishedAt: at,
      inviteAt: byDay(after(settings.rating_invite_days)),
      rateUntil: after(settings.rating_open_days),
    })
  }
}

/**
 * What was taken back is no end. Whoever waited for the lock may find it rated by now: a decision can then not be taken
 * back, while what is only asked on keeps the rating that it has.
 * @throws Problem undo_too_late
 */
export async function withdrawRight(tx: Tx, caseId: string, isUndo: boolean): Promise<void> {
  if (!isUndo) return deleteUnusedRight(tx, caseId)
  await deleteRight(tx, caseId).catch((error: unknown) => {
    throw sqlState(error) === '23503' ? new Problem('undo_too_late') : error
  })
}

/** Nobody is invited at night: between nine and eight in the evening, else the next morning at nine. */
function byDay(at: Date): Date {
  const day = dayOf(at)
  if (at < instantAt(day, 9 * 60)) return instantAt(day, 9 * 60)
  return at < instantAt(day, 20 * 60) ? at : instantAt(addDays(day, 1), 9 * 60)
}
