/** A child's days as the guardian sees them, and six digits on a pad. */
import type { CareDayOfChild } from '@linli/contracts/care'
import { expect, test } from 'vitest'
import { arrival, pickUp, sortedDays, validOn } from '../../../miniapp/src/features/care/child-days'
import { afterKey, backspace } from '../../../miniapp/src/features/care/digits'

const on = (day: string): CareDayOfChild => ({
  sessionId: day,
  caseId: 'case',
  programmeName: '秋季托管',
  startsAt: `${day}T08:30:00Z`,
  endsAt: `${day}T10:00:00Z`,
  mark: 'expected',
  absenceReported: false,
  canReportAbsence: true,
  records: [],
})

test('today stands first, then the next ones, then what was, newest first', () => {
  const days = ['2026-11-20', '2026-11-25', '2026-11-23', '2026-11-19', '2026-11-24'].map(on)
  const { today, coming, past } = sortedDays(days, Date.parse('2026-11-23T12:00:00Z'))
  expect([today, coming, past].map((part) => part.map((one) => one.sessionId))).toEqual([
    ['2026-11-23'],
    ['2026-11-24', '2026-11-25'],
    ['2026-11-20', '2026-11-19'],
  ])
})

test('who may come is asked for one day', () => {
  const person = (id: string, validFrom: string, validTo: string | null) =>
    ({ id, name: id, phone: null, relation: 'relative', validFrom, validTo }) as const
  const people = [
    person('always', '2026-09-01', null),
    person('over', '2026-09-01', '2026-11-22'),
    person('later', '2026-11-24', null),
    person('last-day', '2026-11-01', '2026-11-23'),
  ]
  expect(validOn(people, '2026-11-23').map(({ id }) => id)).toEqual(['always', 'last-day'])
})

test('the last roll call and the hand-over are found among what was written', () => {
  const record = (id: string, kind: 'present' | 'absent' | 'released', at: string) => ({
    id,
    kind,
    at,
    by: '周老师',
    text: null,
    person: null,
    method: null,
  })
  const one = {
    ...on('2026-11-23'),
    records: [
      record('a', 'present', '2026-11-23T08:32:00Z'),
      record('b', 'absent', '2026-11-23T08:33:00Z'),
      record('c', 'present', '2026-11-23T08:34:00Z'),
      record('d', 'released', '2026-11-23T09:58:00Z'),
    ],
  }
  expect([arrival(one)?.id, pickUp(one)?.id]).toEqual(['c', 'd'])
  expect(pickUp(on('2026-11-23'))).toBeUndefined()
})

test('a pad takes six digits and gives the last one back', () => {
  const type = (keys: readonly string[]) => keys.reduce(afterKey, '')
  expect(type(['1', '2', 'x', backspace, '3'])).toBe('13')
  expect(type(['1', '2', '3', '4', '5', '6', '7'])).toBe('123456')
})
