/** A child's days as the guardian sees them, and six digits on a pad. */
import type { CareDayOfChild } from '@linli/contracts/care'
import { expect, test } from 'vitest'
import {
  arrival,
  foldedPast,
  pickUp,
  sortedDays,
  validOn,
} from '../../../miniapp/src/features/care/child-days'
import { afterKey, backspace } from '../../../miniapp/src/features/care/digits'
import { personIn, stillWords, whoMayCome, whoTook } from '../../../miniapp/src/features/care/words'

const on = (day: string): CareDayOfChild => ({
  sessionId: day,
  caseId: 'case',
  programmeName: '秋季托管',
  place: '儿童之家',
  communityPhone: '08783120001',
  startsAt: `${day}T08:30:00Z`,
  endsAt: `${day}T10:00:00Z`,
  mark: 'expected',
  absenceReported: false,
  missing: false,
  lateMinutes: null,
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

test('a day that is over is over, unless the child is still there', () => {
  const today = on('2026-11-23')
  const after = Date.parse(today.endsAt)
  expect(stillWords(today, after - 1)).toBe('还没到')
  expect(stillWords(today, after)).toBe('今天的托管已经结束，没有点名记录')
  expect(stillWords({ ...today, mark: 'absent' }, after)).toBe('今天没有到')
  expect(stillWords({ ...today, mark: 'present' }, after)).toBe('在托管班')
})

test('neighbours of which one word is known are one line, and nothing that was written is folded away', () => {
  const leave = (day: string) => ({ ...on(day), absenceReported: true })
  const written = { ...on('2026-11-17'), mark: 'absent' as const }
  const days = [
    leave('2026-11-20'),
    leave('2026-11-19'),
    on('2026-11-18'),
    written,
    on('2026-11-16'),
    on('2026-11-15'),
    { ...on('2026-11-14'), programmeName: '周末班' },
  ]
  expect(
    foldedPast(days).map((line) => ('what' in line ? [line.what, line.days.length] : line.sessionId)),
  ).toEqual([['leave', 2], ['unknown', 1], '2026-11-17', ['unknown', 2], ['unknown', 1]])
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
    relation: null,
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

test('the clock is said in words, before anybody was told', () => {
  const today = on('2026-11-23')
  const running = Date.parse(today.startsAt) + 60_000
  expect(stillWords(today, running - 120_000)).toMatch(/^\d\d:\d\d 开始$/)
  expect(stillWords(today, running)).toBe('还没到')
  expect(stillWords({ ...today, missing: true }, running)).toBe('没有到，也没有请假')
  expect(stillWords({ ...today, mark: 'present' }, running)).toBe('在托管班')
  expect(stillWords({ ...today, mark: 'present', lateMinutes: 20 }, running)).toBe(
    '已超过放学时间 20 分钟，还没有接走',
  )
})

test('whoever took the child is named as the family knows them, also when the name was erased', () => {
  const took = (method: 'listed' | 'guardian' | 'code', person: string | null) =>
    whoTook({ method, person, relation: 'mother' })
  expect(took('guardian', '张丽华')).toBe('妈妈 张丽华')
  expect(took('guardian', null)).toBe('妈妈')
  expect(took('listed', '王奶奶')).toBe('王奶奶')
  expect(took('code', '')).toBe('持接送码的人')
  expect(whoTook({ method: 'guardian', person: null, relation: null })).toBe('监护人')
  const refused = { kind: 'refused', method: 'guardian', person: '张丽华', relation: 'mother' } as const
  expect(personIn(refused)).toBe('妈妈 张丽华')
  expect(personIn({ kind: 'refused', method: 'code', person: null, relation: null })).toBeNull()
})

test('guardians whom staff know may come without being listed, and are named once', () => {
  const link = (name: string | null, relation: 'mother' | 'father', verifiedAt: string | null) =>
    ({ id: relation, mine: false, name, relation, verifiedAt }) as const
  const listed = ['张丽华', '王奶奶'].map(
    (name) =>
      ({
        id: name,
        name,
        phone: null,
        relation: 'relative',
        validFrom: '2026-09-01',
        validTo: null,
      }) as const,
  )
  const guardians = [link('张丽华', 'mother', '2026-09-01T02:00:00Z'), link('李强', 'father', null)]
  expect(whoMayCome(guardians, listed).map(({ name, mine }) => [name, mine])).toEqual([
    ['张丽华', false],
    ['王奶奶', false],
  ])
  expect(whoMayCome([], listed).map(({ name }) => name)).toEqual(['张丽华', '王奶奶'])
})
