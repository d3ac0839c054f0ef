/** Rooms, bookings and closures as anybody would keep them in a notebook: what may follow, and what is so afterwards. */

/** Hours since the first midnight, e.g. 38 for 14:00 of the second day. */
export interface Span {
  from: number
  to: number
}

export interface ModelBooking extends Span {
  room: number
  person: number
  state: 'pending' | 'confirmed' | 'replaced' | 'refused' | 'cancelled'
  replaces: number | null
}

export interface ModelClosure extends Span {
  room: number
  removed: boolean
}

/** A room's own rules: hours of the first and the second day where a season says them (null: shut), and what a holiday does. */
export interface ModelRoom {
  season: ({ from: number; to: number } | null | undefined)[]
  holidays: 'open' | 'closed'
  retired: boolean
}

export interface Notebook {
  bookings: ModelBooking[]
  closures: ModelClosure[]
  rooms: ModelRoom[]
}

export const emptyNotebook = (): Notebook => ({
  bookings: [],
  closures: [],
  rooms: [0, 1, 2].map(() => ({ season: [], holidays: 'open', retired: false })),
})

/** Rooms 0 and 1 confirm by themselves, room 2 is confirmed by staff; each is cleaned for half an hour. */
export const byStaff = (room: number): boolean => room === 2
const cleaning = 0.5

const isLive = ({ state }: ModelBooking): boolean => state === 'pending' || state === 'confirmed'
const meet = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/** The second day is a public holiday. */
const holiday = 1

/** From nine to nine, unless a season or a holiday says otherwise; no use goes over midnight. */
function isOpen(room: ModelRoom, { from, to }: Span): boolean {
  const day = Math.floor(from / 24)
  if (day === holiday && room.holidays === 'closed') return false
  const hours = room.season[day] === undefined ? { from: 9, to: 21 } : room.season[day]
  return hours !== null && hours.from <= from - 24 * day && to - 24 * day <= hours.to
}

/** Whether a change of rules takes from somebody what stands: then it has to be acknowledged. */
function hits({ bookings }: Notebook, at: number, before: ModelRoom, after: ModelRoom): boolean {
  return bookings.some(
    (b) =>
      b.room === at &&
      isLive(b) &&
      ((isOpen(before, b) && !isOpen(after, b)) || (!before.retired && after.retired)),
  )
}

/** A room gets other rules, unless somebody is hit of whom whoever changes them has not read. */
function change(book: Notebook, at: number, acknowledged: boolean, rules: Partial<ModelRoom>): string | null {
  const before = book.rooms[at] as ModelRoom
  const after = { ...before, ...rules }
  if (!acknowledged && hits(book, at, before, after)) return 'room_change_hits'
  book.rooms[at] = after
  return null
}

/** Why a slot cannot be had; null where it can. @param but who would give up their own slot for it */
export function refusal(
  { bookings, closures, rooms }: Notebook,
  room: number,
  span: Span,
  but?: number,
): string | null {
  const rules = rooms[room] as ModelRoom
  if (rules.retired) return 'booking_room_retired'
  if (!isOpen(rules, span)) return 'booking_outside_hours'
  if (closures.some((c) => !c.removed && c.room === room && meet(c, span))) return 'booking_closed'
  const whole = { from: span.from, to: span.to + cleaning }
  const taken = bookings.some(
    (b, n) => n !== but && b.room === room && isLive(b) && meet({ from: b.from, to: b.to + cleaning }, whole),
  )
  return taken ? 'booking_slot_taken' : null
}

/** The first room that was free before anybody was sent away, and that none of those has got. */
const elsewhere = (
  before: Notebook,
  b: ModelBooking,
  closed: number,
  gone: readonly ({ room: number } & Span)[],
): number | undefined =>
  [0, 1, 2]
    .filter((room) => room !== closed && refusal(before, room, b) === null)
    .find((room) => !gone.some((g) => g.room === room && meet(g, { from: b.from, to: b.to + cleaning })))

export const openWish = ({ bookings }: Notebook, id: number): boolean =>
  bookings.some((b) => b.replaces === id && b.state === 'pending')

/** @returns the code of the refusal, or null: then the notebook has changed */
export const steps = {
  request(book: Notebook, s: { person: number; room: number } & Span): string | null {
    const mine = book.bookings.some(
      (b) => b.room === s.room && b.person === s.person && isLive(b) && meet(b, s),
    )
    const no = refusal(book, s.room, s)
    if (no) return no === 'booking_slot_taken' && mine ? 'booking_already_yours' : no
    book.bookings.push({ ...s, state: byStaff(s.room) ? 'pending' : 'confirmed', replaces: null })
    return null
  },
  series(book: Notebook, s: { person: number; room: number; weeks: number } & Span): string | null {
    const dates = Array.from({ length: s.weeks }, (_, n) => ({ from: s.from + 168 * n, to: s.to + 168 * n }))
    if (dates.some((date) => refusal(book, s.room, date))) return 'series_clashes'
    for (const date of dates)
      book.bookings.push({
        ...date,
        room: s.room,
        person: s.person,
        state: byStaff(s.room) ? 'pending' : 'confirmed',
        replaces: null,
      })
    return null
  },
  move(book: Notebook, s: { id: number; by: 'party' | 'staff'; room: number } & Span): string | null {
    const one = book.bookings[s.id]
    if (!one || !isLive(one)) return 'action_not_open'
    const room = s.by === 'party' ? one.room : s.room
    if (room === one.room && one.from === s.from && one.to === s.to) return 'booking_same_time'
    if (openWish(book, s.id)) return 'booking_change_open'
    const asks = s.by === 'party' && one.state === 'confirmed' && byStaff(room)
    const no = refusal(book, room, s, s.id)
    if (no) return no
    if (asks) book.bookings.push({ ...one, from: s.from, to: s.to, state: 'pending', replaces: s.id })
    else Object.assign(one, { room, from: s.from, to: s.to })
    return null
  },
  confirm(book: Notebook, { id }: { id: number }): string | null {
    const one = book.bookings[id]
    if (one?.state !== 'pending') return 'action_not_open'
    one.state = 'confirmed'
    const old = one.replaces === null ? undefined : book.bookings[one.replaces]
    if (old?.state === 'confirmed') old.state = 'replaced'
    return null
  },
  refuse(book: Notebook, { id }: { id: number }): string | null {
    const one = book.bookings[id]
    if (one?.state !== 'pending') return 'action_not_open'
    one.state = 'refused'
    return null
  },
  cancel(book: Notebook, { id }: { id: number }): string | null {
    const one = book.bookings[id]
    if (!one || !isLive(one)) return 'action_not_open'
    one.state = 'cancelled'
    return null
  },
  /** Every booking that it meets is called off, kept, or goes to room 1 or 0; without answers it is refused. */
  close(
    book: Notebook,
    s: { room: number; answer: 'none' | 'cancel' | 'keep' | 'move' | 'takeover' } & Span,
  ): string | null {
    const met = book.bookings
      .map((b, n) => ({ b, n }))
      .filter(({ b }) => b.room === s.room && isLive(b) && meet(b, s))
      .sort((x, y) => x.b.from - y.b.from)
    if (met.length > 0 && s.answer === 'none') return 'closure_has_bookings'
    // One after the other, as they begin: where one does not fit, nothing has happened.
    const before = structuredClone(book)
    const gone: ({ room: number } & Span)[] = []
    for (const { b, n } of met) {
      const target = s.answer === 'takeover' ? elsewhere(before, b, s.room, gone) : s.room === 1 ? 0 : 1
      if (s.answer === 'cancel' || target === undefined) {
        b.state = b.state === 'pending' ? 'refused' : 'cancelled'
      } else if (s.answer !== 'keep') {
        if (refusal(book, target, b, n)) {
          book.bookings = before.bookings
          return 'closure_move_refused'
        }
        b.room = target
        gone.push({ room: target, from: b.from, to: b.to + cleaning })
      }
    }
    book.closures.push({ room: s.room, from: s.from, to: s.to, removed: false })
    return null
  },
  /** What is closed no longer can be had at once. */
  reopen({ closures }: Notebook, { closure }: { closure: number }): string | null {
    const one = closures[closure]
    if (!one) return 'not_found'
    one.removed = true
    return null
  },
  giveBack({ closures }: Notebook, { closure, to }: { closure: number; to: number }): string | null {
    const one = closures[closure]
    if (!one) return 'not_found'
    if (one.removed || to <= one.from || to >= one.to) return 'closure_not_shorter'
    one.to = to
    return null
  },
  season(
    book: Notebook,
    s: { room: number; acknowledged: boolean } & Pick<ModelRoom, 'season'>,
  ): string | null {
    if (book.rooms[s.room]?.retired) return 'room_retired'
    return change(book, s.room, s.acknowledged, { season: s.season })
  },
  holidays(
    book: Notebook,
    s: { room: number; acknowledged: boolean } & Pick<ModelRoom, 'holidays'>,
  ): string | null {
    return change(book, s.room, s.acknowledged, { holidays: s.holidays })
  },
  retire(book: Notebook, s: { room: number; acknowledged: boolean }): string | null {
    return change(book, s.room, s.acknowledged, { retired: true })
  },
  restore({ rooms }: Notebook, { room }: { room: number }): string | null {
    const one = rooms[room]
    if (one) one.retired = false
    return null
  },
}
