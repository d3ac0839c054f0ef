/**
 * The promise: a booking that is made beside other things in one transaction (a wish for another time, several weeks at once,
 * for somebody who stands at the counter) meets the same rules, slot and quota as one that a resident asks for by a tap.
 */
import type { ProblemCode } from '@linli/contracts/problems'
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { Problem } from '../../platform/problem'
import { minuteMs, mondayOf } from '../../platform/shanghai'
import { openCase } from '../cases/service'
import { settingsInside } from '../divisions/service'
import { notify } from '../notices/service'
import { bookableOf, type RoomRow, violations } from '../rooms/service'
import { bookingKind } from './kind'
import { insertPlaced, isPromised } from './place-store'
import { overQuota } from './quota'
import { answerDue } from './rules'
import { refuse } from './refusals'
import { useQuota } from './store'

export interface Placing {
  id: string
  subjectId: string
  actor: { id: string; role: 'self' | 'proxy' | 'staff'; name?: string }
  /** Shared until the transaction ends (`roomInside`). */
  room: RoomRow
  startsAt: Date
  endsAt: Date
  purpose: string
  attendees: number
  note: string | null
  /** The confirmed booking that it is to replace. */
  replaces?: { id: string; week: string }
  /** The week of a series that it is; the horizon is for the first. */
  series?: { id: string; number: number }
}

/**
 * @throws Problem what the room's rules refuse, booking_slot_taken (promised to a line), booking_quota_reached
 * @throws SQLSTATE 23P01 where somebody has some of it
 */
export async function placeBooking(deps: Deps, tx: Tx, placing: Placing, at: Date): Promise<void> {
  const { id, subjectId, actor, room, replaces, startsAt, endsAt } = placing
  const broken = brokenBy(room, placing, at)
  if (broken.length > 0) refuse(broken)
  const settings = await settingsInside(tx, room.community_code)
  // Whoever decides about it stands there; nobody decides what they ask for themselves.
  const isAgreed = actor.role === 'staff' && actor.id !== subjectId
  const state = room.approval === 'automatic' || isAgreed ? 'confirmed' : 'pending'
  const slot = { roomId: room.id, startsAt, endsAt, freeAt: freeAfter(room, endsAt) }
  if (await isPromised(tx, slot, at)) throw new Problem('booking_slot_taken', { alternatives: [] })
  await openCase(deps, tx, bookingKind, {
    id,
    community: room.community_code,
    subjectId,
    actorId: actor.id,
    actorRole: actor.role,
    ...(actor.name !== undefined && { actorName: actor.name }),
    ...(state === 'pending' && { dueAt: answerDue(settings, at) }),
    state,
    title: room.name,
    startsAt,
    endsAt,
    at,
  })
  const { week, counts } = await takePlace(tx, placing, settings.booking_quota_per_week, at)
  const { purpose, attendees, note } = placing
  const replacesCaseId = replaces?.id ?? null
  await insertPlaced(tx, {
    id,
    state,
    ...slot,
    purpose,
    attendees,
    note,
    week,
    replacesCaseId,
    counts,
    series: placing.series ?? null,
  })
  if (state === 'confirmed') await tellConfirmed(deps, tx, { id, subjectId }, at)
}

/** A place in the week: none beside the booking that it is to replace there. @throws Problem booking_quota_reached */
async function takePlace(
  tx: Tx,
  { subjectId, actor, room, startsAt, replaces }: Placing,
  perWeek: number,
  at: Date,
): Promise<{ week: string; counts: boolean }> {
  const week = mondayOf(startsAt)
  const counts = replaces?.week !== week
  const within = actor.role === 'staff' ? room.community_code : null
  if (counts && !(await useQuota(tx, subjectId, week, perWeek)))
    await overQuota(tx, { subjectId, week, perWeek, within, at })
  return { week, counts }
}

/** What the rules of the room refuse: of a later week of a series, that it is far ahead is none. */
export function brokenBy(
  room: RoomRow,
  placing: Parameters<typeof useIn>[0] & Pick<Placing, 'series'>,
  at: Date,
): ProblemCode[] {
  const broken = violations(bookableOf(room), useIn(placing), at.getTime())
  return (placing.series?.number ?? 1) > 1 ? broken.filter((code) => code !== 'booking_too_far') : broken
}

export const freeAfter = (room: RoomRow, endsAt: Date): Date =>
  new Date(endsAt.getTime() + room.buffer_minutes * minuteMs)

export const useIn = (p: Pick<Placing, 'startsAt' | 'endsAt' | 'attendees' | 'purpose'>) => ({
  start: p.startsAt.getTime(),
  end: p.endsAt.getTime(),
  attendees: p.attendees,
  purpose: p.purpose,
})

const tellConfirmed = (deps: Deps, tx: Tx, one: { id: string; subjectId: string }, at: Date) =>
  notify(tx, {
    id: deps.ids.id(),
    eventKey: `${one.id}/confirm`,
    accountId: one.subjectId,
    caseId: one.id,
    kind: 'booking_confirmed',
    at,
    deliverAt: at,
  })
