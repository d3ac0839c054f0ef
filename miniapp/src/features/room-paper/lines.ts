/** A day of a room as it stands at its door: what takes place, what is asked for, what is free. */
import type { BoardRoom } from '@linli/contracts/board'

export interface Line {
  startsAt: string
  endsAt: string
  is: 'used' | 'asked' | 'closed' | 'free'
  /** Of what takes the room. */
  purpose?: BoardRoom['blocks'][number]['purpose']
  attendees?: number
  reason?: string
}

interface Span {
  startsAt: string
  endsAt: string
}

const at = (instant: string): number => Date.parse(instant)

/** What is left of a span without others. */
function without(spans: readonly Span[], taken: readonly Span[]): Span[] {
  return taken.reduce<Span[]>(
    (left, { startsAt, endsAt }) =>
      left.flatMap((span) => {
        if (at(endsAt) <= at(span.startsAt) || at(startsAt) >= at(span.endsAt)) return [span]
        return [
          { startsAt: span.startsAt, endsAt: startsAt },
          { startsAt: endsAt, endsAt: span.endsAt },
        ].filter((part) => at(part.startsAt) < at(part.endsAt))
      }),
    [...spans],
  )
}

const onDay = (day: string, { startsAt, endsAt }: Span): boolean => {
  const midnight = at(`${day}T00:00:00+08:00`)
  return at(startsAt) < midnight + 86_400_000 && at(endsAt) > midnight
}

/** In order of time. What is only kept for somebody is neither free nor said; cleaning is not free. */
export function linesOf(room: BoardRoom, day: string): Line[] {
  const open = room.open.find((one) => one.day === day)?.spans ?? []
  // A room to which nobody came is free again.
  const standing = room.blocks.filter(({ state }) => state !== 'missed')
  const blocks = standing.filter((block) => onDay(day, block))
  const closures = room.closures.filter((closure) => onDay(day, closure))
  const free = without(open, [
    ...standing.map(({ startsAt, freeAt }) => ({ startsAt, endsAt: freeAt })),
    ...room.closures,
  ])
  return [
    ...blocks
      .filter(({ state }) => state !== 'held')
      .map(({ startsAt, endsAt, state, purpose, attendees }): Line => ({
        startsAt,
        endsAt,
        is: state === 'pending' ? 'asked' : 'used',
        purpose,
        attendees,
      })),
    ...closures.map(({ startsAt, endsAt, reason }): Line => ({ startsAt, endsAt, is: 'closed', reason })),
    ...free.map((span): Line => ({ ...span, is: 'free' })),
  ].sort((a, b) => at(a.startsAt) - at(b.startsAt))
}
