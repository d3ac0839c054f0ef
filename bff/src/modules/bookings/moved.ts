/** What follows from every move of a booking, whoever moved it: its place in the week's quota, and who is told. */
import { undoSeconds } from '@linli/contracts/transitions'
import type { NoticeKind } from '@linli/contracts/notices'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import type { Move, Tools } from '../cases/kind'
import { settingsInside } from '../divisions/service'
import { notify, withdraw } from '../notices/service'
import { isClosedDuring } from '../rooms/service'
import { markGone, markThere } from './check-in-store'
import type { BookingFacts } from './facts-store'
import { overQuota } from './quota'
import { quotaChange, takesPlace } from './rules'
import { countItself, passPlace, stand } from './place-store'
import { accountsAbove, lastAsker, releaseQuota, retakeQuota, staffNear, useQuota } from './store'

type BookingMove = Move<BookingFacts>

export async function moved(tools: Tools, tx: Tx, moves: readonly BookingMove[]): Promise<void> {
  for (const move of moves) {
    await refuseClosed(tx, move)
    await changeQuota(tx, move, moves)
    if (move.action === 'confirm' && move.facts.replacesCaseId) await stand(tx, move.row.id)
    await takeBack(tx, move)
    await attend(tx, move)
    await tell(tools, tx, move)
  }
}

/** What was refused or given on was nobody's, so the room may be closed by now. */
async function refuseClosed(tx: Tx, { action, row, facts }: BookingMove): Promise<void> {
  const wasFree = action === 'regain' || (action === 'undo' && row.state === 'refused')
  if (!wasFree || !row.startsAt || !row.endsAt) return
  if (await isClosedDuring(tx, facts.roomId, row.startsAt, row.endsAt)) throw new Problem('booking_closed')
}

/** Whether somebody is there. */
async function attend(tx: Tx, { action, row, at }: BookingMove): Promise<void> {
  if (action === 'arrive') await markThere(tx, row.id, 'party', at)
  if (action === 'check_in') await markThere(tx, row.id, 'staff', at)
  if (action === 'uncheck') await markGone(tx, row.id)
}

async function changeQuota(
  tx: Tx,
  { action, row, to, facts, at }: BookingMove,
  together: readonly BookingMove[],
): Promise<void> {
  const { subjectId } = row
  const week = facts.quotaWeek
  if (action === 'accept') {
    const perWeek = (await settingsInside(tx, row.community)).booking_quota_per_week
    if (!(await useQuota(tx, subjectId, week, perWeek))) await overQuota(tx, { subjectId, week, perWeek, at })
    return
  }
  const change = quotaChange(row.state, to)
  // What is to replace another takes no place beside it, and its place when that one ends.
  if (change === 'release' && facts.counts && !(await passPlace(tx, row.id)))
    await releaseQuota(tx, subjectId, week)
  const retakes = facts.counts ? change === 'retake' : takesPlace(to) && (await countItself(tx, row.id, at))
  if (!retakes) return
  // A use that has begun keeps its place: the wish needs another, unless that use goes on into it.
  if (action === 'confirm' && together.some((move) => move.row.id === facts.replacesCaseId))
    return retakeQuota(tx, subjectId, week)
  const perWeek = (await settingsInside(tx, row.community)).booking_quota_per_week
  if (await useQuota(tx, subjectId, week, perWeek)) return
  // What was refused or given on: its person may have booked something else since.
  throw new Problem(action === 'confirm' ? 'booking_old_begun' : 'booking_week_full')
}

/** These change nothing of what was told: it is still confirmed. */
const keepsWord: readonly string[] = ['arrive', 'check_in', 'uncheck']

/** What no longer holds is not told any more. Where it has been told already, nothing is taken back. */
async function takeBack(tx: Tx, { action, row: { id, state }, at }: BookingMove): Promise<void> {
  if (state === 'confirmed' && !keepsWord.includes(action)) await withdraw(tx, id, 'booking_tomorrow', at)
  // Of two moves within a moment only the last one is told.
  if (action === 'reschedule') return void (await withdraw(tx, id, 'booking_rescheduled', at))
  if (state === 'missed') return void (await withdraw(tx, id, 'booking_missed', at))
  if (keepsWord.includes(action) || (state !== 'confirmed' && state !== 'refused')) return
  const told = await withdraw(tx, id, state === 'confirmed' ? 'booking_confirmed' : 'booking_refused', at)
  if (told > 0 && action === 'undo') throw new Problem('undo_too_late')
}

interface Telling {
  kind: NoticeKind
  to: 'subject' | 'asker' | 'above'
  /** Only once it can no more be taken back. */
  afterUndo?: true
}

const confirmed: Telling = { kind: 'booking_confirmed', to: 'subject' }
const tellings: Readonly<Record<string, Telling>> = {
  confirm: { ...confirmed, afterUndo: true },
  refuse: { kind: 'booking_refused', to: 'subject', afterUndo: true },
  regain: confirmed,
  release: { kind: 'booking_missed', to: 'subject', afterUndo: true },
  ask: { kind: 'booking_asked', to: 'subject' },
  supplement: { kind: 'booking_supplemented', to: 'asker' },
  escalate: { kind: 'booking_escalated', to: 'above' },
}

function tellingOf({ action, to, by }: BookingMove): Telling | undefined {
  if (action === 'cancel' && by.side === 'staff') return { kind: 'booking_cancelled_by_staff', to: 'subject' }
  if (action === 'reschedule' && by.side === 'staff')
    return { kind: 'booking_rescheduled', to: 'subject', afterUndo: true }
  if (action === 'accept') return to === 'confirmed' ? confirmed : undefined
  return tellings[action]
}

async function tell(tools: Tools, tx: Tx, move: BookingMove): Promise<void> {
  const telling = tellingOf(move)
  if (!telling) return
  const { row, at } = move
  const accepted = move.action === 'accept'
  const event = accepted ? `${row.id}/confirm` : `${row.id}/${move.action}/${at.toISOString()}`
  for (const accountId of await accountsFor(tx, telling.to, move))
    await notify(tx, {
      id: tools.ids.id(),
      eventKey: telling.to === 'subject' ? event : `${event}/${accountId}`,
      accountId,
      caseId: row.id,
      kind: telling.kind,
      at,
      deliverAt: telling.afterUndo ? new Date(at.getTime() + (undoSeconds + 1) * 1000) : at,
    })
}

async function accountsFor(tx: Tx, to: Telling['to'], { row }: BookingMove): Promise<readonly string[]> {
  if (to === 'subject') return [row.subjectId]
  if (to === 'above') return (await accountsAbove(tx, row.community)).map(({ accountId }) => accountId)
  const asker = await lastAsker(tx, row.id, row.community)
  // Who asked may have left the office: then whoever works there now.
  return asker ? [asker] : staffNear(tx, row.community)
}
