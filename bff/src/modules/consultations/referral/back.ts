/** What was handed over and not acknowledged is the sender's again, with a due time of its own. */
import type { Deps } from '../../../deps'
import type { Tx } from '../../../platform/db'
import { advance, type Authorised, authoriseMany } from '../../cases/service'
import { settingsInside } from '../../divisions/service'
import { answerDue } from '../due'
import { giveOnUnlessFree } from '../give-on'
import { tell } from '../moved'

/**
 * Writes down that nobody acknowledged it in time, where that is so: from that instant on the sender works on it, whether or
 * not the clock has looked. Holds the case.
 * @returns whether it was so
 */
export async function bringBack(deps: Deps, tx: Tx, caseId: string, at: Date): Promise<boolean> {
  const [lapsed] = await authoriseMany(deps, tx, [caseId], { action: 'lapse', to: 'waiting' }, at)
  if (!lapsed) return false
  await toSender(deps, tx, lapsed, at)
  return true
}

/** Moves it to whoever sent it, or on, if they left their office or came to the other side meanwhile. */
export async function toSender(deps: Deps, tx: Tx, authorised: Authorised, at: Date): Promise<void> {
  const { row } = authorised
  const settings = await settingsInside(tx, row.community)
  await advance(deps, tx, [authorised], { at, change: { dueAt: answerDue(settings, at), escalatedAt: null } })
  const sender = await giveOnUnlessFree(deps, tx, row.id, at)
  if (sender !== undefined)
    await tell(deps, tx, { caseId: row.id, accountId: sender, kind: 'case_handed', event: 'back', at })
}
