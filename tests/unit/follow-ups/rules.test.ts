import { describe, expect, test } from 'vitest'
import { followUpDeclaration } from '../../../bff/contracts/src/follow-up-case'
import { defaults } from '../../../bff/src/modules/divisions/rules'
import {
  changeOf,
  deadlines,
  type Facts,
  lateDue,
  type Limits,
} from '../../../bff/src/modules/follow-ups/rules'

const usual = defaults()
/** An instant of Shanghai. */
const at = (time: string): Date => new Date(`${time.replace(' ', 'T')}:00+08:00`)
const shown = (d: Date | null | undefined): string | undefined =>
  d ? new Date(d.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ') : undefined
const dues = (from: string, s: Limits = usual): (string | undefined)[] => {
  const { contactDue, rectifyDue, stopAt } = deadlines(at(from), s)
  return [contactDue, rectifyDue, stopAt].map(shown)
}

describe('the deadlines of an opening', () => {
  test.each([
    ['in a plain month', '2026-11-23 10:12', ['2026-11-24 10:12', '2026-11-30 10:12', '2026-12-14 10:12']],
    [
      'before 中秋, with a Sunday that is worked',
      '2026-09-18 16:00',
      ['2026-09-20 16:00', '2026-09-24 16:00', '2026-10-15 16:00'],
    ],
    [
      'before 国庆 2026, with a Saturday that is worked',
      '2026-09-29 15:00',
      ['2026-09-30 15:00', '2026-10-12 15:00', '2026-10-26 15:00'],
    ],
    ['on the eve of 国庆', '2026-09-30 16:00', ['2026-10-08 16:00', '2026-10-13 16:00', '2026-10-27 16:00']],
    [
      'in the middle of 国庆',
      '2026-10-03 11:00',
      ['2026-10-08 17:30', '2026-10-13 17:30', '2026-10-27 17:30'],
    ],
    ['at night', '2026-11-23 23:00', ['2026-11-24 17:30', '2026-11-30 17:30', '2026-12-14 17:30']],
  ])('%s', (_, from, expected) => expect(dues(from)).toEqual(expected))

  /** What a division has set for 春节 2027; which days are really off and made up is data of that setting. */
  const set = {
    ...usual,
    calendar_days: {
      off: ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'],
      on: ['2027-01-31', '2027-02-13'],
    },
  }
  test('before 春节 2027, with the arrangement that is set', () => {
    expect(dues('2027-01-29 10:00', set)).toEqual([
      '2027-01-31 10:00',
      '2027-02-04 10:00',
      '2027-02-24 10:00',
    ])
  })
  test('and without one, by the law alone', () => {
    expect(dues('2027-01-29 10:00')).toEqual(['2027-02-01 10:00', '2027-02-09 10:00', '2027-02-23 10:00'])
  })

  test('are those of the division', () => {
    const quick = { ...usual, follow_up_contact_days: 0.5, follow_up_rectify_days: 2, follow_up_stop_days: 3 }
    expect(dues('2026-11-23 08:30', quick)).toEqual([
      '2026-11-23 12:00',
      '2026-11-24 17:30',
      '2026-11-25 17:30',
    ])
  })

  test('stand in their order, whatever was set', () => {
    const odd = { ...usual, follow_up_contact_days: 7, follow_up_rectify_days: 2, follow_up_stop_days: 1 }
    expect(new Set(dues('2026-11-23 10:00', odd))).toEqual(new Set(['2026-12-02 10:00']))
  })
})

const opened = at('2026-11-23 10:00')
const none: Facts = {
  handledBy: '532301101',
  dueAt: at('2026-11-24 10:00'),
  rectifyDue: at('2026-11-30 10:00'),
  stopAt: at('2026-12-14 10:00'),
  contactedAt: null,
  extendedAt: null,
  rectifiedAt: null,
  toldAt: null,
  verdict: null,
  verdictAt: null,
  appealedAt: null,
  reviewing: null,
  escalations: 0,
  escalatedDue: null,
  namedAt: null,
}
const due = (step: Parameters<typeof changeOf>[0], when: string, facts: Partial<Facts> = {}) =>
  shown(changeOf(step, { ...none, ...facts }, at(when), usual).dueAt)

describe('what is due after a step', () => {
  test.each([
    ['contact', 'the day of rectification', '2026-11-23 15:00', {}, '2026-11-30 10:00'],
    [
      'contact',
      'at least the time of a call where that has passed',
      '2026-12-02 11:00',
      {},
      '2026-12-03 11:00',
    ],
    ['extend', 'the hard stop', '2026-11-26 11:00', {}, '2026-12-14 10:00'],
    ['rectify', 'the call-back', '2026-11-26 11:00', {}, '2026-11-27 11:00'],
    ['rectify', 'the hard stop, where it is nearer', '2026-12-14 09:30', {}, '2026-12-14 10:00'],
    ['rectify', 'late at once after the stop', '2026-12-14 11:00', {}, '2026-12-14 11:00'],
    ['return', 'new days', '2026-11-26 11:00', {}, '2026-12-03 11:00'],
    ['return', 'up to the stop', '2026-12-10 11:00', {}, '2026-12-14 10:00'],
    ['appeal', 'the review', '2026-11-24 11:00', {}, '2026-12-01 11:00'],
    ['object', 'the review, also beyond the stop', '2026-12-14 09:00', {}, '2026-12-21 09:00'],
    ['uphold', 'rectification', '2026-12-01 11:00', { contactedAt: opened }, '2026-12-08 11:00'],
    ['uphold', 'up to the stop', '2026-12-11 11:00', { contactedAt: opened }, '2026-12-14 10:00'],
    ['uphold', 'new days after the stop', '2026-12-15 11:00', { contactedAt: opened }, '2026-12-22 11:00'],
    ['again', 'a second round, also beyond the stop', '2026-12-11 11:00', {}, '2026-12-18 11:00'],
  ] as const)('%s: %s', (step, _, when, facts, expected) => expect(due(step, when, facts)).toBe(expected))

  test.each(['tell', 'approve', 'overturn', 'conclude'] as const)('%s: nothing', (step) =>
    expect(changeOf(step, none, opened, usual).dueAt).toBeNull(),
  )
  test.each(['attempt', 'disclose'] as const)('%s: as before', (step) =>
    expect(changeOf(step, none, opened, usual)).not.toHaveProperty('dueAt'),
  )
})

describe('what is remembered', () => {
  test.each([
    ['contact', 'contactedAt'],
    ['rectify', 'rectifiedAt'],
    ['tell', 'toldAt'],
  ] as const)('of %s the first time', (step, mark) => {
    expect(changeOf(step, none, opened, usual)[mark]).toEqual(opened)
    expect(changeOf(step, { ...none, [mark]: opened }, at('2026-11-27 10:00'), usual)[mark]).toEqual(opened)
  })

  test('of the verdict the last', () => {
    const first = { ...none, ...changeOf('object', none, opened, usual) }
    expect(first).toMatchObject({ verdict: 'dissatisfied', reviewing: 'verdict' })
    const then = at('2026-12-01 10:00')
    expect(changeOf('approve', first, then, usual)).toMatchObject({ verdict: 'satisfied', verdictAt: then })
  })

  test.each([
    ['532301101', '532301'],
    ['532301', '5323'],
    ['5323', '5323'],
  ])('of an escalation from %s the level above', (handledBy, above) => {
    const change = changeOf('escalate', { ...none, handledBy }, at('2026-11-24 11:00'), usual)
    expect(change).toEqual({ handledBy: above, escalations: 1, escalatedDue: none.dueAt })
  })
})

describe('what is late and untold', () => {
  const [dueAt, stopAt] = [at('2026-11-24 10:00'), at('2026-12-14 10:00')]
  const afterStop = at('2026-12-14 10:01')
  test.each([
    ['the due time, first', null, dueAt],
    ['then the stop', dueAt, stopAt],
  ])('%s', (_, escalatedDue, expected) =>
    expect(lateDue({ dueAt, stopAt, escalatedDue }, afterStop)).toEqual(expected),
  )

  test('told of the stop, the earlier due time gives way to it, so that it ends there', () => {
    const change = changeOf('escalate', { ...none, escalatedDue: dueAt }, afterStop, usual)
    expect(change).toMatchObject({ escalatedDue: stopAt, dueAt: stopAt })
  })
})

test.each([
  ['verdict', 'party'],
  ['closed', 'nobody'],
  ['overturned', 'nobody'],
  ['reviewing', 'staff'],
] as const)('%s waits for %s', (state, who) =>
  expect(followUpDeclaration.states[state].waitsFor ?? 'nobody').toBe(who),
)
