import { describe, expect, test } from 'vitest'
import {
  movedTo,
  type Plan,
  planFaults,
  publishFaults,
  sessionsOf,
} from '../../../bff/src/modules/programmes/plan/rules'

/** Weekdays 16:00–18:00 from Monday 7 to Friday 18 December 2026; the sign-up from 24 November to 1 December. */
const plan = (over: Partial<Plan> = {}): Plan => ({
  kind: 'term',
  name: '四点半课堂',
  place: '儿童之家',
  about: null,
  startsOn: '2026-12-07',
  endsOn: '2026-12-18',
  weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '16:00', to: '18:00' })),
  skips: [],
  capacity: 80,
  classes: 2,
  ages: null,
  grades: { min: 1, max: 6 },
  opensAt: new Date('2026-11-24T01:00:00Z'),
  closesAt: new Date('2026-12-01T01:00:00Z'),
  mode: 'first_come',
  priority: [],
  refillUntil: '2026-12-07',
  ...over,
})

const named = (over: Partial<Plan>, cap = 40): string[] =>
  planFaults(plan(over), cap).map(({ path, code }) => `${path} ${code}`)

describe('the sessions of a plan', () => {
  test('are the weekly ones of every day but the skipped', () => {
    const sessions = sessionsOf(plan({ skips: ['2026-12-08'] }))
    expect(sessions).toHaveLength(9)
    expect(sessions[0]).toEqual({
      day: '2026-12-07',
      startsAt: new Date('2026-12-07T08:00:00Z'),
      endsAt: new Date('2026-12-07T10:00:00Z'),
    })
    expect(sessions[1]?.day).toBe('2026-12-09')
  })

  test('of one day are in order, however they were written', () => {
    const weekly = [
      { weekday: 6, from: '14:00', to: '17:00' },
      { weekday: 6, from: '09:00', to: '12:00' },
    ]
    expect(sessionsOf(plan({ weekly })).map((s) => s.startsAt.toISOString())).toEqual([
      '2026-12-12T01:00:00.000Z',
      '2026-12-12T06:00:00.000Z',
    ])
  })
})

describe('a plan', () => {
  test('that can be carried out has no fault', () => {
    expect(named({})).toEqual([])
    expect(named({ mode: 'draw' })).toEqual([])
    expect(named({ grades: null, ages: { min: 6, max: 12 } })).toEqual([])
  })

  test.each<[string, Partial<Plan>]>([
    ['body.endsOn ends_before_start', { endsOn: '2026-12-06', refillUntil: '2026-12-06' }],
    ['body.endsOn too_long', { endsOn: '2027-12-09' }],
    ['body.weekly no_session', { startsOn: '2026-12-12', endsOn: '2026-12-13', refillUntil: '2026-12-12' }],
    ['body.skips.0 outside', { skips: ['2026-12-19'] }],
    ['body.skips.1 twice', { skips: ['2026-12-08', '2026-12-08'] }],
    ['body.capacity over_class_cap', { capacity: 81 }],
    ['body.closesAt closes_before_opens', { closesAt: new Date('2026-11-24T01:00:00Z') }],
    ['body.closesAt closes_after_first_session', { closesAt: new Date('2026-12-07T08:00:01Z') }],
    [
      'body.closesAt closes_after_first_session',
      { mode: 'draw', closesAt: new Date('2026-12-07T08:00:00Z') },
    ],
    ['body.refillUntil outside', { refillUntil: '2026-12-19' }],
    ['body.refillUntil before_closing', { refillUntil: '2026-11-30' }],
    ['body.grades ages_or_grades', { ages: { min: 6, max: 12 } }],
    ['body.ages.max min_above_max', { ages: { min: 9, max: 6 }, grades: null }],
    ['body.grades.max min_above_max', { grades: { min: 4, max: 3 } }],
    [
      'body.priority.1 twice',
      {
        priority: [
          { circumstance: 'hardship', points: 5 },
          { circumstance: 'hardship', points: 6 },
        ],
      },
    ],
    [
      'body.weekly.1 overlaps',
      {
        weekly: [
          { weekday: 1, from: '16:00', to: '18:00' },
          { weekday: 1, from: '17:59', to: '19:00' },
        ],
      },
    ],
  ])('is told %s', (fault, over) => {
    expect(named(over)).toEqual([fault])
  })

  test('is told everything at once', () => {
    expect(
      named({
        capacity: 400,
        skips: ['2027-01-01'],
        ages: { min: 9, max: 6 },
        closesAt: new Date('2026-11-01T00:00:00Z'),
      }),
    ).toEqual([
      'body.skips.0 outside',
      'body.closesAt closes_before_opens',
      'body.grades ages_or_grades',
      'body.ages.max min_above_max',
      'body.capacity over_class_cap',
    ])
  })

  test('of first come may go on until the first session begins', () => {
    expect(named({ closesAt: new Date('2026-12-07T08:00:00Z') })).toEqual([])
  })

  test('touching sessions do not overlap', () => {
    const weekly = [
      { weekday: 1, from: '16:00', to: '18:00' },
      { weekday: 1, from: '18:00', to: '19:00' },
    ]
    expect(named({ weekly })).toEqual([])
  })

  test('must open after it is published', () => {
    const codes = (now: string): string[] => publishFaults(plan(), 40, new Date(now)).map((f) => f.code)
    expect(codes('2026-11-24T00:59:59Z')).toEqual([])
    expect(codes('2026-11-24T01:00:00Z')).toEqual(['opens_in_past'])
  })
})

describe('a plan on a new first day', () => {
  test('moves by whole weeks, so that a Friday stays a Friday', () => {
    const moved = movedTo(plan({ skips: ['2026-12-08', '2026-12-18'] }), '2027-03-01')
    expect(moved).toMatchObject({
      startsOn: '2027-03-01',
      endsOn: '2027-03-12',
      skips: ['2027-03-02', '2027-03-12'],
      opensAt: new Date('2027-02-16T01:00:00Z'),
      closesAt: new Date('2027-02-23T01:00:00Z'),
      refillUntil: '2027-03-01',
    })
    expect(planFaults(moved, 40)).toEqual([])
  })

  test('begins on the asked day also when that is another weekday', () => {
    const moved = movedTo(plan({ skips: ['2026-12-07'] }), '2027-03-03')
    expect(moved).toMatchObject({
      startsOn: '2027-03-03',
      endsOn: '2027-03-12',
      skips: [],
      refillUntil: '2027-03-03',
    })
  })
})
