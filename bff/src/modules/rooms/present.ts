/** Rooms as the contract shows them. */
import type {
  Equipment,
  FacilityKind,
  Purpose,
  RoomDay,
  RoomPolicy,
  RoomSummary,
} from '@linli/contracts/rooms'
import type { Announced } from '../../platform/calendar'
import { dayOf, startOfDay } from '../../platform/shanghai'
import { bookableSpans, bookableWindow, busyPeriods, leftOf, openSpans, period, type Taken } from './rules'
import type { StoredRoom } from './store'
import type { TakenRow } from './taken-store'

/** A room with the days that its community has set beside the calendar. */
export type RoomRow = StoredRoom & { announced: Announced }

export const policyOf = (row: StoredRoom): RoomPolicy => ({
  openings: row.openings,
  seasons: row.seasons,
  slotMinutes: row.slot_minutes,
  minMinutes: row.min_minutes,
  maxMinutes: row.max_minutes,
  noticeMinutes: row.notice_minutes,
  horizonDays: row.horizon_days,
  bufferMinutes: row.buffer_minutes,
  approval: row.approval,
  holidays: row.holidays,
})

export const bookableOf = (row: RoomRow) => ({
  policy: policyOf(row),
  capacity: row.capacity,
  purposes: row.purposes,
  closures: row.closures,
  retired: row.retired_at !== null,
  announced: row.announced,
})

/** @param own cases of the reader: their own bookings are shown as theirs */
export function takenOf(
  row: StoredRoom,
  bookings: readonly TakenRow[],
  own: ReadonlySet<string> = new Set(),
): Taken[] {
  const booked = bookings
    .filter((b) => b.room_id === row.id)
    .map((b) => ({
      kind: 'booked' as const,
      start: b.starts_at.getTime(),
      end: b.ends_at.getTime(),
      freeAt: b.free_at.getTime(),
      ...(b.case_id !== null && own.has(b.case_id) && { caseId: b.case_id }),
    }))
  return [...booked, ...row.closures.map((c) => ({ ...c, freeAt: c.end, kind: 'closed' as const }))]
}

export const positionOf = ({ longitude, latitude }: StoredRoom): RoomSummary['position'] =>
  longitude === null || latitude === null ? null : { longitude, latitude }

export function summaryOf(
  row: RoomRow,
  about: Pick<RoomSummary, 'nearness' | 'communityName' | 'left' | 'freeMinutes' | 'earliest' | 'photo'>,
): RoomSummary {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    floor: row.floor,
    price: row.price,
    facilityName: row.facility_name,
    facilityKind: row.facility_kind as FacilityKind,
    position: positionOf(row),
    community: row.community_code,
    capacity: row.capacity,
    areaSquareMetres: row.area_square_metres,
    stepFree: row.step_free,
    equipment: row.equipment as Equipment[],
    purposes: row.purposes as Purpose[],
    approval: row.approval,
    ...about,
  }
}

/** When a room is open on a day, and what of that is taken. */
export function timesOf(row: RoomRow, day: string, taken: readonly Taken[]) {
  const open = openSpans(bookableOf(row), day)
  return { open: open.map(period), busy: busyPeriods(open, taken) }
}

export function dayOfRoom(row: RoomRow, day: string, taken: readonly Taken[], now: number): RoomDay {
  const window = bookableWindow(policyOf(row), now)
  const from = Math.max(window.start, startOfDay(day).getTime())
  const bookable = dayOf(new Date(from)) === day && from < window.end
  return {
    day,
    ...timesOf(row, day, taken),
    bookableFrom: bookable ? new Date(from).toISOString() : null,
    bookable: bookableSpans(bookableOf(row), day, taken, now).map(period),
    ...leftOf(bookableOf(row), day, taken, now),
  }
}
