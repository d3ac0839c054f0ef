import { describe, expect, test } from 'vitest'
import { requestBooking } from '../../../bff/contracts/src/bookings'
import {
  askedDay,
  askedInstant,
  communityCode,
  divisionCode,
  queryCount,
  queryFlag,
  text,
} from '../../../bff/contracts/src/common'
import type { Endpoint } from '../../../bff/contracts/src/endpoint'
import { addClosure } from '../../../bff/contracts/src/closures'

type Schema = NonNullable<Endpoint['body']>
const read = (schema: Schema, value: unknown): unknown => {
  const result = schema.safeParse(value)
  return result.success ? result.data : 'refused'
}

describe("people's text", () => {
  const short = text(5)
  test('is trimmed, and its length is counted after that', () => {
    expect(read(short, '  合唱排练  ')).toBe('合唱排练')
    expect(read(short, '一二三四五 ')).toBe('一二三四五')
    expect(read(short, '一二三四五六')).toBe('refused')
  })

  test.each(['', '   ', '\n\t', '\u3000'])('%j is empty', (typed) => {
    expect(read(short, typed)).toBe('refused')
  })

  test('may have lines and tabs, and no other control character', () => {
    const allowed = ['\t', '\n', '\r']
    for (let code = 0; code < 0x20; code++) {
      const char = String.fromCharCode(code)
      expect(read(short, `a${char}b`), `U+${code.toString(16)}`).toBe(
        allowed.includes(char) ? `a${char}b` : 'refused',
      )
    }
    expect(read(short, 'a\u007fb')).toBe('refused')
  })
})

test('a count of a query is a whole number within its limits', () => {
  const count = queryCount(31)
  expect(['1', '31', '07'].map((v) => read(count, v))).toEqual([1, 31, 7])
  for (const value of ['0', '32', '-1', '1.5', '1e1', '0x1', '', ' 1', '١', '9999999', 1, ['1'], null])
    expect(read(count, value), JSON.stringify(value)).toBe('refused')
})

test('a flag of a query is true or false in words', () => {
  expect([read(queryFlag, 'true'), read(queryFlag, 'false')]).toEqual([true, false])
  for (const value of ['', '1', '0', 'TRUE', 'yes', true, null])
    expect(read(queryFlag, value), JSON.stringify(value)).toBe('refused')
})

describe('an instant or a day that somebody asks for', () => {
  test.each(['2000-01-01T00:00:00Z', '2199-12-31T23:59:59.999Z', '2026-11-25T14:00:00+08:00'])('%s', (at) => {
    expect(read(askedInstant, at)).toBe(at)
  })
  test.each([
    '1999-12-31T23:59:59Z',
    '2000-01-01T07:59:59+08:00',
    '2200-01-01T00:00:00Z',
    '2199-12-31T23:59:59-00:01',
    '2026-02-29T00:00:00Z',
    '2026-11-25T14:00:00',
    '2026-11-25',
    '2026-11-25T25:00:00Z',
  ])('%s is refused', (at) => {
    expect(read(askedInstant, at)).toBe('refused')
  })
  test('days have the same calendar', () => {
    expect([read(askedDay, '2000-01-01'), read(askedDay, '2199-12-31')]).not.toContain('refused')
    for (const value of ['1999-12-31', '2200-01-01', '2026-02-29', '2026-1-1', '2026-11-25T00:00:00Z'])
      expect(read(askedDay, value), value).toBe('refused')
  })
})

test('a period ends after it starts, whatever zones it is written in', () => {
  const closure = { reason: '检修' }
  const booking = { roomId: '0198f0aa-0000-7000-8000-000000000001', purpose: 'study', attendees: 1 }
  const accepts = (startsAt: string, endsAt: string): boolean[] => [
    addClosure.body.safeParse({ ...closure, startsAt, endsAt }).success,
    requestBooking.body.safeParse({ ...booking, startsAt, endsAt }).success,
  ]
  const start = '2026-11-25T14:00:00+08:00'
  expect(accepts(start, '2026-11-25T06:00:01Z')).toEqual([true, true])
  expect(accepts(start, '2026-11-25T06:00:00Z')).toEqual([false, false])
  expect(accepts(start, '2026-11-25T05:59:59Z')).toEqual([false, false])
})

test('codes have the digits of their level', () => {
  const lengths = Array.from({ length: 14 }, (_, n) => n)
  const of = (schema: Schema) => lengths.filter((n) => read(schema, '5'.repeat(n)) !== 'refused')
  expect(of(divisionCode)).toEqual([2, 4, 6, 9, 12])
  expect(of(communityCode)).toEqual([12])
  expect(read(divisionCode, '5a')).toBe('refused')
  expect(read(communityCode, '532301101001\n')).toBe('refused')
})
