import { describe, expect, test } from 'vitest'
import { bookingDeclaration, bookingState, bookingTransitions } from '../../../bff/contracts/src/booking-case'
import { openStatesOf } from '../../../bff/contracts/src/case-declaration'
import { answerDue, quotaChange } from '../../../bff/src/modules/bookings/rules'
import { defaults, type Settings } from '../../../bff/src/modules/divisions/rules'

describe('the quota of the week', () => {
  const gone = ['refused', 'cancelled', 'waiting', 'held', 'lapsed', 'replaced']
  const states = bookingState.options
  const moves = states.flatMap((from) => states.map((to) => ({ from, to })))

  test.each(moves)('from $from to $to', ({ from, to }) => {
    const [before, afterwards] = [gone.includes(from) ? 0 : 1, gone.includes(to) ? 0 : 1]
    const change = { release: -1, none: 0, retake: 1 }[quotaChange(from, to)]
    expect(before + change).toBe(afterwards)
  })
})

test('closed is what nothing can follow but an undo, and giving back what nobody came for', () => {
  const isOpen = (state: string): boolean => openStatesOf(bookingDeclaration).includes(state)
  expect(bookingState.options.filter((state) => !isOpen(state))).toEqual([
    'refused',
    'cancelled',
    'lapsed',
    'completed',
    'replaced',
    'missed',
  ])
  const left = bookingTransitions.filter((t) => !isOpen(t.from)).map((t) => t.action)
  expect(new Set(left)).toEqual(new Set(['undo', 'regain']))
})

describe('an answer is due', () => {
  const settings = {
    ...defaults(),
    office_hours: [
      ['08:30', '12:00'],
      ['14:00', '17:30'],
    ],
    booking_answer_hours: 4,
  } as Settings
  const asked = new Date('2026-11-23T10:00+08:00')

  test('after the working hours the division set', () => {
    expect(answerDue(settings, asked)).toEqual(new Date('2026-11-23T16:00+08:00'))
    expect(answerDue({ ...settings, booking_answer_hours: 0.5 }, asked)).toEqual(
      new Date('2026-11-23T10:30+08:00'),
    )
  })

  test('whenever somebody works, and never at another hour: asked on Sunday, it is due on Monday', () => {
    expect(answerDue(settings, new Date('2026-11-29T20:00+08:00'))).toEqual(
      new Date('2026-11-30T14:30+08:00'),
    )
  })
})
