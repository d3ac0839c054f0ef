/**
 * The promise: a room every week, at most twelve times: every week that cannot be had is named before anything is saved, and
 * then all that is wanted is held, or nothing (docs/product.md › Rooms).
 */
import { createHash } from 'node:crypto'
import type { BookingDetail } from '@linli/contracts/booking-case'
import type { SeriesDate } from '@linli/contracts/booking-series'
import type { Deps } from '../../deps'
import type { Who } from '../../http/context'
import type { Tx } from '../../platform/db'
import { sqlState } from '../../platform/db-errors'
import { claim, type Idempotency, priorResult } from '../../platform/idempotency'
import { Problem } from '../../platform/problem'
import { forgetDay, roomInside, roomRow, type RoomRow } from '../rooms/service'
import { decide } from './decisions'
import { brokenBy, placeBooking } from './place'
import { bookingCaseOf } from './read'
import { checkSeries, clashesOf, type Dated, datesOf, datesWords, type Weekly } from './series-dates'
import * as store from './series-store'
import type { Wish } from './service'

export interface SeriesWish extends Wish, Pick<Weekly, 'weeks' | 'instead'> {
  without: readonly number[]
}

/** @throws Problem the codes of the contract `requestSeries` */
export async function requestSeries(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  wish: SeriesWish,
): Promise<BookingDetail[]> {
  const room = await roomRow(deps, wish.roomId)
  const dates = datesOf(wish).filter(({ number }) => !wish.without.includes(number))
  const [first] = dates
  if (!first) throw new Problem('series_empty')
  if (!(await isNear(deps, who, room, wish, first)) && !(await priorResult(deps.db, idempotency)))
    throw seriesClashes([{ ...first, clash: 'booking_too_far' }])
  const seriesId = await deps.db
    .transaction((tx) => placeAll(deps, tx, who, idempotency, { wish, dates }))
    .catch(async (error: unknown) => {
      if (!isClash(error)) throw error
      const found = await checkSeries(deps, who, wish, wish.without)
      const named = found.filter(({ clash }) => clash !== null)
      // What clashed is gone in the moment of looking: whoever asks may simply ask again.
      if (named.length === 0) throw new Problem('busy')
      throw new Problem('series_clashes', { dates: named })
    })
  for (const { startsAt } of dates) forgetDay(deps, room.community_code, startsAt)
  const ids = await store.idsOfSeries(deps.db, seriesId)
  return Promise.all(ids.map((id) => bookingCaseOf(deps, who, id)))
}

const seriesClashes = (dates: readonly (Dated & Pick<SeriesDate, 'clash'>)[]): Problem =>
  new Problem('series_clashes', {
    dates: dates.map(({ clash, ...date }) => ({ ...datesWords(date), clash, free: [] })),
  })

/**
 * A series begins within the horizon of its room. Its first weeks may be left out where they cannot be had; left out all
 * the same they carry nobody farther ahead.
 */
async function isNear(deps: Deps, who: Who, room: RoomRow, wish: SeriesWish, first: Dated): Promise<boolean> {
  const now = deps.clock.now()
  const isFar = (date: Dated) => brokenBy(room, { ...wish, ...date }, now).includes('booking_too_far')
  if (first.number === 1 || !isFar(first)) return true
  const earlier = datesOf({ ...wish, instead: [] }).slice(0, first.number - 1)
  if (earlier.slice(0, 1).some(isFar)) return false
  const clashes = await clashesOf(deps, who, room, wish, earlier)
  return earlier.every(({ number }) => clashes.has(number))
}

const isClash = (error: unknown): boolean =>
  sqlState(error) === '23P01' || (error instanceof Problem && error.code.startsWith('booking_'))

async function placeAll(
  deps: Deps,
  tx: Tx,
  who: Who,
  idempotency: Idempotency,
  { wish, dates }: { wish: SeriesWish; dates: readonly Dated[] },
): Promise<string> {
  const [at, fresh] = [deps.clock.now(), deps.ids.id()]
  const known = await claim(tx, idempotency, fresh, at)
  if (known) return known
  const room = await roomInside(tx, wish.roomId, at)
  if (!room) throw new Problem('not_found')
  const { purpose, attendees, note } = wish
  const actor = { id: who.accountId, role: 'self' } as const
  for (const { number, startsAt, endsAt } of dates)
    await placeBooking(
      deps,
      tx,
      {
        ...{ id: deps.ids.id(), subjectId: who.accountId, actor, room, startsAt, endsAt },
        ...{ purpose, attendees, note, series: { id: fresh, number } },
      },
      at,
    )
  if (wish.contactName !== undefined)
    await store.nameAccount(
      tx,
      who.accountId,
      deps.cipher.encrypt('accounts.name_enc', who.accountId, wish.contactName),
    )
  return fresh
}

/** Also what has meanwhile taken the place of one of them, or is asked for in it. @returns how many are cancelled, now or by the same tap before. @throws Problem not_found, not_allowed */
export async function cancelSeries(
  deps: Deps,
  who: Who,
  idempotency: Idempotency,
  id: string,
): Promise<number> {
  if ((await bookingCaseOf(deps, who, id)).readAs !== 'party') throw new Problem('not_allowed')
  let cancelled = 0
  for (const { id: each, wish } of await store.togetherWith(deps.db, id, deps.clock.now())) {
    const key = createHash('sha256').update(`${idempotency.key} ${each}`).digest('base64url')
    const done = await decide(
      deps,
      who,
      { ...idempotency, key },
      { id: each, action: 'cancel', note: null, alternativeRoomId: null },
    ).catch((error: unknown) => {
      if (error instanceof Problem) return undefined
      throw error
    })
    if (done?.state === 'cancelled' && !wish) cancelled++
  }
  return cancelled
}
