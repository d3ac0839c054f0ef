/** What the notebook of bookings is tried with (booking-model.ts). */
import fc from 'fast-check'

const span = fc
  .record({ day: fc.nat(1), hour: fc.integer({ min: 9, max: 18 }), length: fc.integer({ min: 1, max: 3 }) })
  .map(({ day, hour, length }) => ({ from: 24 * day + hour, to: 24 * day + hour + length }))
const room = fc.nat(2)
const person = fc.nat(2)
const id = fc.nat(14)
const closure = fc.nat(4)
const acknowledged = fc.boolean()
/** Hours of each of the two days: as ever, shut, or some. */
const season = fc.array(
  fc.oneof(
    fc.constant(undefined),
    fc.constant(null),
    fc
      .record({ from: fc.integer({ min: 9, max: 14 }), length: fc.integer({ min: 4, max: 7 }) })
      .map(({ from, length }) => ({ from, to: from + length })),
  ),
  { minLength: 2, maxLength: 2 },
)
export const command = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('request' as const), person, room, span }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('series' as const), person, room, span, weeks: fc.constant(2) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      id,
      by: fc.constantFrom('party' as const, 'staff' as const),
      room,
      span,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('confirm' as const), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refuse' as const), id }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), id }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('close' as const),
      room,
      span,
      answer: fc.constantFrom('none', 'cancel', 'keep', 'move', 'takeover'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.record({ do: fc.constant('reopen' as const), closure }),
      fc.record({ do: fc.constant('giveBack' as const), closure, to: span.map(({ to }) => to) }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.oneof(
      fc.record({ do: fc.constant('season' as const), room, season, acknowledged }),
      fc.record({
        do: fc.constant('holidays' as const),
        ...{ room, acknowledged, holidays: fc.constantFrom('open' as const, 'closed' as const) },
      }),
      fc.record({ do: fc.constant('retire' as const), room, acknowledged }),
      fc.record({ do: fc.constant('restore' as const), room }),
      fc.record({ do: fc.constant('restore' as const), room }),
    ),
  },
)
export type Command = typeof command extends fc.Arbitrary<infer T> ? T : never
