/**
 * The promise: nobody's booking is made impossible unseen. Whatever a change of rules would no longer allow is named
 * beforehand, stays as it is, and is acknowledged by whoever changes: exactly this list, and no other.
 */
import { createHash } from 'node:crypto'
import type { ProblemCode } from '@linli/contracts/problems'
import {
  hitsNamed,
  type HitReason,
  type RoomAhead,
  type RoomHit,
  type RoomHits,
} from '@linli/contracts/room-desk'
import { Problem } from '../../../platform/problem'
import { type BookableRoom, violations } from '../rules'
import type { AheadRow } from './store'

/** What was no fault when it was booked and is none now: cleaning, notice, horizon and the grid are for what is to come. */
const reasons: Partial<Record<ProblemCode, HitReason>> = {
  booking_outside_hours: 'closed',
  booking_over_capacity: 'people',
  booking_purpose_not_allowed: 'purpose',
  booking_too_short: 'length',
  booking_too_long: 'length',
  booking_room_retired: 'retired',
}

function reasonsOf(room: BookableRoom, row: AheadRow): HitReason[] {
  const use = { start: row.startsAt.getTime(), end: row.endsAt.getTime(), ...row }
  const found = violations({ ...room, closures: [] }, use, use.start).map((code) => reasons[code])
  return [...new Set(found.flatMap((reason) => reason ?? []))]
}

export const present = ({ roomId: _, startsAt, endsAt, ...row }: AheadRow): RoomAhead => ({
  ...row,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
})

/** What the new rules would not allow and the old ones did. */
export const hitsOf = (before: BookableRoom, after: BookableRoom, ahead: readonly AheadRow[]): RoomHit[] =>
  ahead.flatMap((row) => {
    const old = reasonsOf(before, row)
    const why = reasonsOf(after, row).filter((reason) => !old.includes(reason))
    return why.length > 0 ? [{ ...present(row), why }] : []
  })

/** Stands for exactly these bookings; empty where there is none. */
export const markOf = (cases: readonly { caseId: string }[]): string =>
  cases.length === 0
    ? ''
    : createHash('sha256')
        .update(cases.map(({ caseId }) => caseId).join())
        .digest('base64url')
        .slice(0, 32)

export const named = (hits: readonly RoomHit[]): RoomHits => ({
  hits: hits.slice(0, hitsNamed),
  total: hits.length,
  mark: markOf(hits),
})

/** @throws Problem room_change_hits, with them, unless these and no others were acknowledged */
export function acknowledge(hits: readonly RoomHit[], mark: string | undefined): void {
  if (hits.length > 0 && markOf(hits) !== mark) throw new Problem('room_change_hits', { ...named(hits) })
}
