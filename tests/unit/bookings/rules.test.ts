import { describe, expect, test } from 'vitest'
import { bookingTransitions } from '../../../bff/contracts/src/bookings'
import { caseState } from '../../../bff/contracts/src/cases'
import { noticeKind } from '../../../bff/contracts/src/notices'
import {
  answerDue,
  type BookingAction,
  effects,
  isClosed,
  quotaChange,
} from '../../../bff/src/modules/bookings/rules'
import { defaults, type Settings } from '../../../bff/src/modules/divisions/rules'

/** What the line does has its own effects. */
const lineActions = ['offer', 'accept', 'decline', 'leave', 'lapse', 'move'] as const

/** What a booking or a wait for one can be; the rest is a follow-up's. */
const bookingStates = caseState.options.slice(0, caseState.options.indexOf('contacting'))

describe('the quota of the week', () => {
  const gone = ['refused', 'cancelled', 'entered', 'waiting', 'held', 'lapsed']
  const states = bookingStates
  const moves = states.flatMap((from) => states.map((to) => ({ from, to })))

  test.each(moves)('from $from to $to', ({ from, to }) => {
    const [before, afterwards] = [gone.includes(from) ? 0 : 1, gone.includes(to) ? 0 : 1]
    const change = { release: -1, none: 0, retake: 1 }[quotaChange(from, to)]
    expect(before + change).toBe(afterwards)
  })
})

test('closed is what nothing but an undo can follow', () => {
  const closed = bookingStates.filter(isClosed)
  expect(closed).toEqual(['refused', 'cancelled', 'lapsed', 'completed'])
  const left = bookingTransitions.filter((t) => isClosed(t.from)).map((t) => t.action)
  expect(new Set(left)).toEqual(new Set(['undo']))
})

describe('effects', () => {
  test('every action of the table has one, and there is none without an action', () => {
    const actions = new Set(bookingTransitions.map((t) => t.action))
    for (const action of ['see', ...lineActions] as const) actions.delete(action)
    expect(new Set(Object.keys(effects))).toEqual(actions)
  })

  test('what can be undone was decided by somebody, and is told only after the undo', () => {
    const undoable = bookingTransitions.filter((t) => t.action === 'undo').map((t) => t.from)
    const deciding = bookingTransitions.filter((t) => t.action in effects && t.side === 'staff')
    for (const { action, to } of deciding) {
      if (!(action in effects) || action === 'undo') continue
      const { decides, notice } = effects[action as BookingAction]
      expect(decides ?? false, action).toBe(undoable.includes(to))
      expect(notice?.afterUndo ?? false, action).toBe(undoable.includes(to))
    }
  })

  test('only a pending case waits for anybody', () => {
    for (const { action, to } of bookingTransitions) {
      if (!(action in effects)) continue
      expect(effects[action as BookingAction].waitingFor === 'nobody', action).toBe(to !== 'pending')
    }
  })

  test('every kind of notice of a decision is known', () => {
    const kinds = Object.values(effects).flatMap((e) => (e.notice ? [e.notice.kind] : []))
    expect(kinds).toEqual(['booking_confirmed', 'booking_refused', 'booking_asked', 'booking_supplemented'])
    for (const kind of kinds) expect(noticeKind.options).toContain(kind)
  })
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
